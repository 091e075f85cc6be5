using System.Net;
using LoApi.Deploy.Tests.Manifests;

namespace LoApi.Deploy.Tests.Processes;

/// <summary>The entry points of silo and front end, each with its own environment.</summary>
public sealed class ClusterTests
{
    private static readonly string[] Probes = ["startupProbe", "livenessProbe", "readinessProbe"];

    [OverlayTheory]
    [InlineData("production")]
    public async Task SiloAndFrontEnd_WithTheirEnvironments_ServeAndEndInOrder(string overlay)
    {
        await using var deployment = await Deployment.CreateMigratedAsync(overlay);
        await using var silo = ContainerProcess.Start("silo", [], deployment.Environment("loapi-silo"));
        using var siloHttp = deployment.Http("8081");
        await using var frontEnd = ContainerProcess.Start("frontend", [], deployment.Environment("loapi-frontend"));
        using var http = deployment.Http("8080");
        foreach (var probe in Probes)
        {
            await silo.AnswersAsync(siloHttp, deployment.Probe("loapi-silo", probe));
            await frontEnd.AnswersAsync(http, deployment.Probe("loapi-frontend", probe));
        }

        using var unknown = await http.GetAsync(new Uri("/api/v1/countries", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);

        Assert.True(await frontEnd.StopAsync() == 0, frontEnd.Output);
        Assert.True(await silo.StopAsync() == 0, silo.Output);
        Assert.Empty(frontEnd.Written);
        Assert.Empty(silo.Written);
    }
}
