using System.CommandLine;

namespace LoApi.Reliability.Cluster;

/// <summary>Says where the command is that this distribution lacks.</summary>
internal sealed class ClusterCommand : Command
{
    public ClusterCommand()
        : base("cluster", "What befalls the silos of a cluster; in the cluster distribution (-p:Distribution=Cluster) only.")
    {
        TreatUnmatchedTokensAsErrors = false;
        SetAction(_ =>
        {
            Console.Error.WriteLine("There are no silos in this distribution: build with -p:Distribution=Cluster.");
            return 1;
        });
    }
}
