using System.Diagnostics;
using Suite.Errors.V1;
using Suite.Reporting.Reports;
using Suite.ServiceDefaults.Errors;

namespace Suite.Reporting.Documents;

/// <summary>
/// Turns Word documents into PDF with the LibreOffice of this machine: a process for each, in a folder and with a profile of its own, a few at a
/// time, ended when it takes too long.
/// </summary>
public sealed partial class PdfConverter(ReportingOptions options, ILogger<PdfConverter> logger) : IDisposable
{
    static readonly string[] Names = ["soffice", "libreoffice"];

    readonly SemaphoreSlim _places = new(Math.Clamp(options.ConverterParallel, 1, 8));

    /// <exception cref="ProblemException">CONVERTER_MISSING; DEPENDENCY_UNAVAILABLE where it fails or takes too long.</exception>
    public async Task<byte[]> ConvertAsync(byte[] docx, CancellationToken cancellation)
    {
        var program = Find() ?? throw Problems.Because(
            Reason.ConverterMissing, "There is no converter here: install LibreOffice Writer, or name its soffice in Reporting__Converter. The other formats need none.");
        await _places.WaitAsync(cancellation);
        var folder = System.IO.Directory.CreateTempSubdirectory("report-pdf-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "report.docx"), docx, cancellation);
            await RunAsync(program, folder.FullName, cancellation);
            var made = Path.Combine(folder.FullName, "report.pdf");
            return File.Exists(made) ? await File.ReadAllBytesAsync(made, cancellation) : throw Failed("it wrote no file");
        }
        finally
        {
            _places.Release();
            Remove(folder);
        }
    }

    public void Dispose() => _places.Dispose();

    /// <summary>The one that is named, else the first on the path; null where there is none.</summary>
    string? Find()
    {
        if (options.Converter.Length > 0) return File.Exists(options.Converter) ? options.Converter : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    async Task RunAsync(string program, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, [
            $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--headless", "--norestore", "--convert-to", "pdf:writer_pdf_Export", "--outdir", folder,
            Path.Combine(folder, "report.docx"),
        ])
        {
            WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false,
        };
        start.Environment["HOME"] = folder;
        using var timeOut = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeOut.CancelAfter(options.ConverterPatience);
        using var process = Start(start);
        try
        {
            var (said, failed) = (process.StandardOutput.ReadToEndAsync(timeOut.Token), process.StandardError.ReadToEndAsync(timeOut.Token));
            await process.WaitForExitAsync(timeOut.Token);
            if (process.ExitCode != 0) throw Failed($"it ended with {process.ExitCode}: {(await failed).Trim()} {(await said).Trim()}".Trim());
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Failed($"it took longer than {options.ConverterPatience.TotalSeconds:0} s");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw Failed("it did not start");
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw Failed($"it did not start: {error.Message}");
        }
    }

    static ProblemException Failed(string how) => Problems.Because(Reason.DependencyUnavailable, $"The document could not be converted to PDF: {how}. Try again.");

    void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException error)
        {
            // A process that was ended may hold a file a moment longer; the system clears its folder for temporary files itself.
            LogLeft(logger, folder.FullName, error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Folder} could not be removed: {Fault}")]
    static partial void LogLeft(ILogger logger, string folder, string fault);
}
