// A one-shot client: asks the service it was given for a variable, prints the answer, ends with the code in its first argument.
using System.Globalization;

using var http = new HttpClient { BaseAddress = new Uri(Environment.GetEnvironmentVariable("services__echo__http__0")!) };
Console.WriteLine($"echo says {await http.GetStringAsync("/environment/OTEL_SERVICE_NAME")}");
return args is [var code, ..] ? int.Parse(code, CultureInfo.InvariantCulture) : 0;
