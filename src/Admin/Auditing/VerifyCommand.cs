using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;
using System.Globalization;
using LoApi.Storage.Audit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoApi.Admin.Auditing;

/// <summary><c>audit verify</c>: walks the chains and names the first record of each that is not what was chained.</summary>
internal sealed class VerifyCommand : Command
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'"];

    private readonly Option<DateTimeOffset?> _from = new("--from")
    {
        Description = "Leave out what happened before this instant in UTC, or before this day: 2027-01-31T15:04:05Z or 2027-01-31.",
        CustomParser = result => Instant(result, endOfDay: false),
    };

    private readonly Option<DateTimeOffset?> _to = new("--to")
    {
        Description = "Leave out what happened after this instant, or after this day.",
        CustomParser = result => Instant(result, endOfDay: true),
    };

    private readonly Option<FileInfo> _heads = new Option<FileInfo>("--heads")
    {
        Description = "The file of heads to hold the chains against, so that a cut-off tail shows. [default: Audit__HeadsFile where it is there]",
    }.AcceptExistingOnly();

    private readonly AdminHost _host;
    private readonly AuditKeyOption _key;

    public VerifyCommand(AdminHost host, AuditKeyOption key)
        : base("verify", "Walk the chains of the audit log and name the first record that was changed, removed, inserted or reordered.")
    {
        _host = host;
        _key = key;
        Options.Add(_from);
        Options.Add(_to);
        Options.Add(_heads);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var storage = _key.OpenStorage(parsed);
        var configured = storage.GetRequiredService<IOptions<AuditOptions>>().Value.HeadsFile;
        var heads = parsed.GetValue(_heads)?.ToString() ?? (File.Exists(configured) ? configured : null);
        var range = new AuditRange(parsed.GetValue(_from), parsed.GetValue(_to));
        var verification = storage.GetRequiredService<AuditVerification>();
        try
        {
            var verdict = await Phases.ShowAsync(
                _host, phases => verification.VerifyAsync(range, heads, phases.Begin("Walking the chains"), cancellation));
            return await ReportAsync(verdict, heads);
        }
        catch (IOException unreadable)
        {
            throw new CommandFailedException($"The file of heads cannot be read. {unreadable.Message}", unreadable);
        }
        catch (DbException cause)
        {
            throw new CommandFailedException($"The database lacks tables of this version; run loapi-admin migrate first. {cause.Message}", cause);
        }
    }

    private async Task<int> ReportAsync(AuditVerdict verdict, string? heads)
    {
        foreach (var finding in verdict.Findings)
        {
            var record = finding.RecordId is { } id ? $", record {id:D}" : "";
            await _host.Error.WriteLineAsync(
                $"partition {finding.Partition}, position {finding.Position}{record}: {Word(finding.Fault)}. {finding.Explanation}");
        }

        var against = heads is null ? "held against no file of heads" : $"held against {verdict.Heads} lines of {heads}";
        var result = verdict.Findings.IsEmpty
            ? "nothing was changed, removed, inserted or reordered"
            : $"{verdict.Findings.Length} of the chains are not what they were; each is named by the first record at fault";
        await _host.Output.WriteLineAsync($"audit: {verdict.Records} records, {against}: {result}.");
        return verdict.Findings.IsEmpty ? ExitCode.Success : ExitCode.Failure;
    }

    private static string Word(AuditFault fault) => fault switch
    {
        AuditFault.Erased => "erased without a record",
        AuditFault.Head => "head changed",
        _ => fault.ToString().ToLowerInvariant(),
    };

    private static DateTimeOffset? Instant(ArgumentResult result, bool endOfDay)
    {
        var text = result.Tokens[0].Value;
        if (DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return instant;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            var start = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            return endOfDay ? start.AddDays(1).AddMicroseconds(-1) : start;
        }

        result.AddError($"{text} is no instant in UTC such as 2027-01-31T15:04:05Z, and no day such as 2027-01-31.");
        return null;
    }
}
