using System.CommandLine;
using System.Data.Common;
using LoApi.Storage.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.Admin.Auditing;

/// <summary><c>audit erase</c>: takes personal data out of the log and out of recorded answers, and records that.</summary>
internal sealed class EraseCommand : Command
{
    private readonly Argument<string> _type = new("TYPE") { Description = $"The kind of resource: {string.Join(", ", AuditErasure.ResourceTypes)}." };
    private readonly Argument<string> _id = new("ID") { Description = "The resource's id." };

    private readonly Option<string[]> _members = new("--member")
    {
        Description = "A member to erase, as a JSON pointer such as /contact; more than once for several. [default: every member of personal data]",
    };

    private readonly AdminHost _host;
    private readonly AuditKeyOption _key;

    public EraseCommand(AdminHost host, AuditKeyOption key)
        : base("erase", "Erase personal data of a resource from the audit log and from recorded answers, for good. The resource's own row stays as it is.")
    {
        _host = host;
        _key = key;
        Arguments.Add(_type);
        Arguments.Add(_id);
        Options.Add(_members);
        Validators.Add(result =>
        {
            if (result.GetValue(_type) is not { } type)
            {
                return; // Missing, which is said elsewhere.
            }

            if (!AuditErasure.ResourceTypes.Contains(type, StringComparer.Ordinal))
            {
                result.AddError($"{type} has no members of personal data; use one of {string.Join(", ", AuditErasure.ResourceTypes)}.");
                return;
            }

            var known = AuditErasure.MembersOf(type);
            foreach (var member in (result.GetValue(_members) ?? []).Except(known, StringComparer.Ordinal))
            {
                result.AddError($"{member} is no member of personal data of a {type}; those are {string.Join(", ", known)}.");
            }
        });
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (type, id) = (parsed.GetRequiredValue(_type), parsed.GetRequiredValue(_id));
        var members = parsed.GetValue(_members) is { Length: > 0 } given ? given : [.. AuditErasure.MembersOf(type)];
        await using var storage = _key.OpenStorage(parsed);
        try
        {
            var erased = await storage.GetRequiredService<AuditErasure>().EraseAsync(type, id, members, AdminCaller.Of("audit erase"));
            await _host.Output.WriteLineAsync(
                $"audit: {string.Join(", ", members)} of {type} {id} erased from {erased.Records} records and {erased.Answers} recorded answers.");
            return ExitCode.Success;
        }
        catch (DbException cause)
        {
            throw new CommandFailedException($"The database lacks tables of this version; run loapi-admin migrate first. {cause.Message}", cause);
        }
    }
}
