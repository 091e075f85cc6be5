using System.CommandLine;

namespace LoApi.Admin.Auditing;

/// <summary><c>audit</c>: what an operator does with the audit log.</summary>
internal sealed class AuditCommand : Command
{
    public AuditCommand(AdminHost host, ConnectionOptions connection)
        : base("audit", "Verify the audit log, or erase personal data from it.")
    {
        var key = new AuditKeyOption(host.Settings, connection);
        key.AddTo(this);
        Subcommands.Add(new VerifyCommand(host, key));
        Subcommands.Add(new EraseCommand(host, key));
    }
}
