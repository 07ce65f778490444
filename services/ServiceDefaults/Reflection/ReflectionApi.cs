using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;

namespace Suite.ServiceDefaults.Reflection;

/// <summary>grpc.reflection.v1 over the descriptors of the services served here.</summary>
public sealed class ReflectionApi(ServedServices served) : ServerReflection.ServerReflectionBase
{
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requests, IServerStreamWriter<ServerReflectionResponse> responses, ServerCallContext context)
    {
        var files = DescriptorFiles.Of(served.Descriptors.Select(d => d.File));
        while (await requests.MoveNext(context.CancellationToken))
            await responses.WriteAsync(Answer(files, requests.Current), context.CancellationToken);
    }

    ServerReflectionResponse Answer(DescriptorFiles files, ServerReflectionRequest request)
    {
        var response = new ServerReflectionResponse { ValidHost = request.Host, OriginalRequest = request };
        switch (request.MessageRequestCase)
        {
            case ServerReflectionRequest.MessageRequestOneofCase.ListServices:
                response.ListServicesResponse = new();
                response.ListServicesResponse.Service.AddRange(served.Descriptors.Select(d => new ServiceResponse { Name = d.FullName }));
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.FileByFilename:
                Fill(response, files.ByName(request.FileByFilename), request.FileByFilename);
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.FileContainingSymbol:
                Fill(response, files.BySymbol(request.FileContainingSymbol), request.FileContainingSymbol);
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.FileContainingExtension:
                var extension = request.FileContainingExtension;
                Fill(response, files.ByExtension(extension.ContainingType, extension.ExtensionNumber), extension.ContainingType);
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.AllExtensionNumbersOfType:
                response.AllExtensionNumbersResponse = new() { BaseTypeName = request.AllExtensionNumbersOfType };
                response.AllExtensionNumbersResponse.ExtensionNumber.AddRange(files.ExtensionNumbers(request.AllExtensionNumbersOfType));
                break;
            default:
                response.ErrorResponse = new() { ErrorCode = (int)StatusCode.InvalidArgument, ErrorMessage = "The request asks for nothing." };
                break;
        }

        return response;
    }

    static void Fill(ServerReflectionResponse response, FileDescriptor? file, string asked)
    {
        if (file is null)
        {
            response.ErrorResponse = new() { ErrorCode = (int)StatusCode.NotFound, ErrorMessage = $"'{asked}' is not known here." };
            return;
        }

        response.FileDescriptorResponse = new();
        response.FileDescriptorResponse.FileDescriptorProto.AddRange(DescriptorFiles.WithImports(file).Select(f => f.SerializedData));
    }
}
