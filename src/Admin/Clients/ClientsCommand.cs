using System.CommandLine;

namespace LoApi.Admin.Clients;

/// <summary><c>clients</c>: the app servers that may call, and their keys.</summary>
internal sealed class ClientsCommand : Command
{
    public ClientsCommand(AdminHost host, ConnectionOptions connection)
        : base("clients", "The app servers that may call, their keys and their limits. Changes take effect within seconds, without a restart.")
    {
        Subcommands.Add(new AddClientCommand(host, connection));
        Subcommands.Add(new ListClientsCommand(host, connection));
        Subcommands.Add(new RotateKeyCommand(host, connection));
        Subcommands.Add(new RevokeCommand(host, connection));
        Subcommands.Add(new EnableCommand(host, connection));
        Subcommands.Add(new LimitsCommand(host, connection));
        Subcommands.Add(new ReencryptCommand(host, connection));
    }
}
