using System.CommandLine;
using System.Data.Common;
using System.Security.Cryptography;
using LoApi.Errors;
using LoApi.Storage.Importing;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.Admin.Importing;

/// <summary>Imports one kind of file: judges all of it first, and writes all of it or nothing.</summary>
internal sealed class ImportFileCommand<T> : Command
    where T : class
{
    private readonly Argument<FileInfo> _file = new Argument<FileInfo>("FILE") { Description = "A CSV file in UTF-8, or an Excel workbook (.xlsx), whose first sheet is read." }.AcceptExistingOnly();

    private readonly Option<bool> _skipBad = new("--skip-bad")
    {
        Description = "Leave bad rows out; without it, nothing is written where there are any.",
    };

    private readonly TableImport<T> _import;
    private readonly AdminHost _host;
    private readonly ConnectionOptions _connection;

    public ImportFileCommand(string name, string description, TableImport<T> import, AdminHost host, ConnectionOptions connection)
        : base(name, $"{description} Columns: {string.Join(',', import.Columns)}.")
    {
        _import = import;
        _host = host;
        _connection = connection;
        Arguments.Add(_file);
        Options.Add(_skipBad);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetRequiredValue(_file).ToString();
        var skipBad = parsed.GetValue(_skipBad);
        await using var storage = _connection.OpenStorage(parsed);

        var (content, existing) = await Phases.ShowAsync(_host, async phases =>
        {
            var rows = storage.GetRequiredService<ExistingRows>();
            var (keys, locations) = await ReadDatabaseAsync(rows, cancellation);
            var content = FileJudge.Read(_import, path, locations, phases.Begin($"Reading {path}"));
            if (content.Models.Count > 0 && (skipBad || content.BadRows.Count == 0))
            {
                phases.BeginUnmeasured($"Writing {Count(content.Models.Count, "row")}");
                await WriteAsync(storage.GetRequiredService<Importer>(), path, content, cancellation);
            }

            return (content, keys);
        });

        return await ReportAsync(content, existing, skipBad);
    }

    private async Task<(IReadOnlySet<string> Keys, IReadOnlySet<string> Locations)> ReadDatabaseAsync(
        ExistingRows rows, CancellationToken cancellation)
    {
        try
        {
            return (await _import.ExistingKeysAsync(rows, cancellation), await _import.KnownLocationsAsync(rows, cancellation));
        }
        catch (DbException cause)
        {
            throw new CommandFailedException($"The database lacks tables of this version; run loapi-admin migrate first. {cause.Message}", cause);
        }
        catch (DatabaseUnavailableException cause) when (cause.InnerException is { } reason)
        {
            throw new CommandFailedException(
                $"{cause.Message} Where it is a file that is not there yet, run loapi-admin migrate first. {reason.Message}",
                cause);
        }
    }

    private async Task WriteAsync(Importer importer, string path, FileContent<T> content, CancellationToken cancellation)
    {
        try
        {
            await using var file = File.OpenRead(path);
            var set = _import.ToSet(content.Models) with
            {
                RetireOthers = RetiresOthers(content),
                Caller = AdminCaller.Of($"import {Name}"),
                Source = Path.GetFileName(path),
                Digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)),
            };
            await importer.ImportAsync(set, cancellation);
        }
        catch (ImportException refused)
        {
            throw new CommandFailedException($"{refused.Message} Nothing was written.", refused);
        }
    }

    private async Task<int> ReportAsync(FileContent<T> content, IReadOnlySet<string> existing, bool skipBad)
    {
        foreach (var bad in content.BadRows)
        {
            await _host.Error.WriteLineAsync($"line {bad.Line}: {string.Join("; ", bad.Reasons)}");
        }

        if (content.BadRows.Count > 0 && !skipBad)
        {
            await _host.Error.WriteLineAsync(
                $"{content.BadRows.Count} of {Count(content.Rows, "row")} bad, nothing was written. Correct them, or leave them out with --skip-bad.");
            return ExitCode.Failure;
        }

        var updated = content.Models.Count(model => existing.Contains(_import.Key(model).Value));
        var retired = _import.Retires ? $", {(RetiresOthers(content) ? existing.Count - updated : 0)} retired" : "";
        var skipped = skipBad ? $", {content.BadRows.Count} bad left out" : "";
        await _host.Output.WriteLineAsync(
            $"{Name}: {Count(content.Rows, "row")}, {content.Models.Count - updated} added, {updated} updated{retired}{skipped}.");
        if (_import.Summary(content.Models) is { } summary)
        {
            await _host.Output.WriteLineAsync(summary);
        }

        return ExitCode.Success;
    }

    // A bad row cannot tell which one it is: where any is left out, none is taken for absent, nor is a whole table.
    private bool RetiresOthers(FileContent<T> content) =>
        _import.Retires && content.BadRows.Count == 0 && content.Models.Count > 0;

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
