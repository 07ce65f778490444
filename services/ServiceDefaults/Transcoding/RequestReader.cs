using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Http;
using Suite.Errors.V1;
using Suite.Http;
using Suite.ServiceDefaults.Errors;

namespace Suite.ServiceDefaults.Transcoding;

/// <summary>Makes a request message from an HTTP request: body, then path, then query, then the standard headers.</summary>
static class RequestReader
{
    /// <summary><c>If-Match: *</c> asks only that the resource exists, which every method asks anyway.</summary>
    const string AnyEtag = "*";

    public static async Task<TRequest> ReadAsync<TRequest>(HttpContext http, HttpBinding binding, MessageDescriptor descriptor)
        where TRequest : class, IMessage<TRequest>, new()
    {
        RawTarget.Check(http);
        var request = new TRequest();
        if (binding.Body.Length > 0) await ReadBodyAsync(http, binding.Body, request);
        var parameters = new RequestParameters(descriptor);
        foreach (var variable in binding.Path.Variables) parameters.Add(variable.Field, variable.Value(http.Request.RouteValues));
        foreach (var (key, values) in http.Request.Query)
        {
            // By google.api.http nothing is left for the query then; a password, for one, must not end up in somebody's access log.
            if (binding.Body == "*") throw Problems.InvalidField(key, "belongs in the body: this method takes no query parameters.");
            parameters.Add(key, values);
        }

        request.MergeFrom(parameters.Read<TRequest>());
        FillFromHeader(http, request, "Idempotency-Key", "request_id");
        FillFromHeader(http, request, "If-Match", "etag");
        return request;
    }

    static async Task ReadBodyAsync(HttpContext http, string bodyField, IMessage request)
    {
        var bytes = await ReadBytesAsync(http);
        if (bodyField == "*")
        {
            Merge(bytes, request);
            return;
        }

        var field = request.Descriptor.FindFieldByName(bodyField);
        if (field.MessageType.FullName == HttpBody.Descriptor.FullName)
        {
            field.Accessor.SetValue(request, new HttpBody { ContentType = http.Request.ContentType ?? "", Data = UnsafeByteOperations.UnsafeWrap(bytes) });
            return;
        }

        var part = field.MessageType.Parser.ParseFrom(ByteString.Empty);
        Merge(bytes, part);
        field.Accessor.SetValue(request, part);
    }

    static async Task<byte[]> ReadBytesAsync(HttpContext http)
    {
        try
        {
            using var buffer = new MemoryStream();
            await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
            return buffer.ToArray();
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw Problems.TooLarge("The body", http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? 0);
        }
        catch (BadHttpRequestException error)
        {
            throw Problems.Because(Reason.MalformedBody, $"The body cannot be read: {error.Message}");
        }
    }

    static void Merge(byte[] json, IMessage into)
    {
        if (json.Length > 0) into.MergeFrom(JsonBody.Parse(json, into.Descriptor).ToByteString());
    }

    static void FillFromHeader(HttpContext http, IMessage request, string header, string fieldName)
    {
        var value = http.Request.Headers[header].ToString().Trim('"');
        if (value is "" or AnyEtag) return;
        var owner = Owners(request).FirstOrDefault(m => m.Descriptor.FindFieldByName(fieldName) is { FieldType: FieldType.String });
        var field = owner?.Descriptor.FindFieldByName(fieldName);
        if (field is not null && field.Accessor.GetValue(owner) is "") field.Accessor.SetValue(owner, value);
    }

    /// <summary>The request, and the resources it carries: an etag may stand in either.</summary>
    static IEnumerable<IMessage> Owners(IMessage request) =>
        request.Descriptor.Fields.InFieldNumberOrder()
            .Where(f => f is { FieldType: FieldType.Message, IsRepeated: false })
            .Select(f => f.Accessor.GetValue(request)).OfType<IMessage>().Prepend(request);
}
