using System.CommandLine;

namespace LoApi.Admin.Operators;

/// <summary><c>operators</c>: who may look at <c>/ops</c>.</summary>
internal sealed class OperatorsCommand : Command
{
    public OperatorsCommand(AdminHost host, ConnectionOptions connection)
        : base("operators", "The people who may sign in at /ops, and their keys.")
    {
        Subcommands.Add(new AddOperatorCommand(host, connection));
        Subcommands.Add(new ListOperatorsCommand(host, connection));
        Subcommands.Add(new RevokeOperatorCommand(host, connection));
    }
}
