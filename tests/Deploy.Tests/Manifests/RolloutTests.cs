using System.Text.Json.Nodes;

namespace LoApi.Deploy.Tests.Manifests;

/// <summary>What lets a cluster be upgraded, drained and scaled without being missed.</summary>
public sealed class RolloutTests
{
    private static readonly TimeSpan HostDefault = TimeSpan.FromSeconds(30); // HostOptions.ShutdownTimeout.

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task Deployments_AreReplaced_OneMoreBeforeOneLess(string overlay) => Assert.All(
        (await Kustomize.RenderAsync(overlay)).Where(manifest => manifest.Kind == "Deployment"),
        deployment =>
        {
            Assert.Equal(0, deployment.Number("spec/strategy/rollingUpdate/maxUnavailable"));
            Assert.Equal(1, deployment.Number("spec/strategy/rollingUpdate/maxSurge"));
        });

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task Silos_TimeToEnd_IsLongerThanTheirOwn(string overlay)
    {
        var silo = await OneAsync(overlay, "Deployment", "loapi-silo");
        var own = TimeSpan.Parse(Variable(silo, "Silo__ShutdownTimeout")["value"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(silo.Number("spec/template/spec/terminationGracePeriodSeconds") >= own.TotalSeconds + 15);
        Assert.InRange(silo.Number("spec/minReadySeconds"), 15, 120);
    }

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task FrontEnds_TimeToEnd_IsLongerThanPauseAndHostTogether(string overlay)
    {
        var frontEnd = await OneAsync(overlay, "Deployment", "loapi-frontend");
        var pause = frontEnd.Number("spec/template/spec/containers/0/lifecycle/preStop/sleep/seconds");
        Assert.InRange(pause, 5, 30);
        Assert.True(frontEnd.Number("spec/template/spec/terminationGracePeriodSeconds") > pause + HostDefault.TotalSeconds);
    }

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task Deployments_EachOne_HasADisruptionBudgetThatSelectsItsPods(string overlay)
    {
        var objects = await Kustomize.RenderAsync(overlay);
        Assert.All(objects.Where(manifest => manifest.Kind == "Deployment"), deployment =>
        {
            var budget = objects.Single(manifest => manifest.Kind == "PodDisruptionBudget" && manifest.Name == deployment.Name);
            Assert.Equal(1, budget.Number("spec/maxUnavailable"));
            Assert.True(JsonNode.DeepEquals(budget.At("spec/selector"), deployment.At("spec/selector")));
        });
    }

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task Pods_AreSpread_OverMachinesAndZones(string overlay)
    {
        foreach (var name in (string[])["loapi-silo", "loapi-frontend"])
        {
            var deployment = await OneAsync(overlay, "Deployment", name);
            var spread = Manifest.Items(deployment.At("spec/template/spec/topologySpreadConstraints")).ToArray();
            Assert.Equal(["topology.kubernetes.io/zone", "kubernetes.io/hostname"], spread.Select(constraint => constraint["topologyKey"]!.ToString()));
            Assert.All(spread, constraint => Assert.True(JsonNode.DeepEquals(constraint["labelSelector"], deployment.At("spec/selector"))));
        }
    }

    /// <summary>
    /// A machine loses one silo at most, while they are as many as machines; and nobody waits for a machine that takes no
    /// pods, as one does that is drained or Kubernetes' own: by default those count as machines without a silo.
    /// </summary>
    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task Pods_WhereTheSpreadCannotBe_WaitForNoMachineThatTakesNone(string overlay)
    {
        foreach (var (name, onMachines) in ((string, string)[])[("loapi-silo", "DoNotSchedule"), ("loapi-frontend", "ScheduleAnyway")])
        {
            var deployment = await OneAsync(overlay, "Deployment", name);
            var spread = Manifest.Items(deployment.At("spec/template/spec/topologySpreadConstraints")).ToArray();
            Assert.Equal(["ScheduleAnyway", onMachines], spread.Select(constraint => constraint["whenUnsatisfiable"]!.ToString()));
            Assert.All(spread, constraint => Assert.Equal(1, constraint["maxSkew"]!.GetValue<int>()));
            Assert.All(
                spread.Where(constraint => constraint["whenUnsatisfiable"]!.ToString() == "DoNotSchedule"),
                constraint =>
                {
                    Assert.Equal("Honor", constraint["nodeTaintsPolicy"]?.ToString());
                    Assert.Equal("pod-template-hash", Assert.Single(Manifest.Items(constraint["matchLabelKeys"])).ToString()); // Those that go do not count.
                });
        }
    }

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task FrontEnds_AreScaled_ByTheAutoscalerAlone(string overlay)
    {
        Assert.Null((await OneAsync(overlay, "Deployment", "loapi-frontend")).At("spec/replicas"));
        var scaler = await OneAsync(overlay, "HorizontalPodAutoscaler", "loapi-frontend");
        Assert.Equal("loapi-frontend", scaler.Text("spec/scaleTargetRef/name"));
        Assert.True(scaler.Number("spec/minReplicas") < scaler.Number("spec/maxReplicas"));
        var metric = Assert.Single(Manifest.Items(scaler.At("spec/metrics")));
        Assert.Equal("cpu", Manifest.At(metric, "resource/name")!.ToString());
        Assert.Equal(70, Manifest.At(metric, "resource/target/averageUtilization")!.GetValue<int>()); // docs/operations.md, "Scaling".
    }

    [OverlayTheory]
    [InlineData("production")]
    public async Task Production_LosesNoneOfAKind_WithOneMachine(string overlay)
    {
        Assert.True((await OneAsync(overlay, "Deployment", "loapi-silo")).Number("spec/replicas") >= 3); // Of two silos, one alone declares the other dead.
        Assert.True((await OneAsync(overlay, "HorizontalPodAutoscaler", "loapi-frontend")).Number("spec/minReplicas") >= 2);
        Assert.True((await OneAsync(overlay, "Deployment", "loapi-firewall")).Number("spec/replicas") >= 2);
    }

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task Silos_Endpoints_AreExplicit(string overlay)
    {
        var silo = await OneAsync(overlay, "Deployment", "loapi-silo");
        Assert.Equal("status.podIP", Manifest.At(Variable(silo, "Silo__AdvertisedAddress"), "valueFrom/fieldRef/fieldPath")!.ToString());
        var ports = Manifest.Items(silo.At("spec/template/spec/containers/0/ports")).ToDictionary(port => port["name"]!.ToString(), port => port["containerPort"]!.ToString());
        Assert.Equal(ports["silo"], Variable(silo, "Silo__SiloPort")["value"]!.ToString());
        Assert.Equal(ports["gateway"], Variable(silo, "Silo__GatewayPort")["value"]!.ToString());
        Assert.Equal(ports["health"], Variable(silo, "Silo__HealthPort")["value"]!.ToString());
    }

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task Silos_HeadsOfTheAuditLog_AreAFileOfEachPodOnAVolume(string overlay)
    {
        var silo = await OneAsync(overlay, "Deployment", "loapi-silo");
        var variables = Manifest.Items(silo.At("spec/template/spec/containers/0/env")).Select(variable => variable["name"]!.ToString()).ToList();
        Assert.True(variables.IndexOf("POD_NAME") < variables.IndexOf("Audit__HeadsFile")); // Only what stands before is filled in.

        var mount = Assert.Single(Manifest.Items(silo.At("spec/template/spec/containers/0/volumeMounts")));
        Assert.Equal($"{mount["mountPath"]}/$(POD_NAME).jsonl", Variable(silo, "Audit__HeadsFile")["value"]!.ToString());
        var volume = Assert.Single(Manifest.Items(silo.At("spec/template/spec/volumes")));
        Assert.Equal(mount["name"]!.ToString(), volume["name"]!.ToString());
        Assert.Equal(overlay == "production", volume["persistentVolumeClaim"] is not null);
        Assert.Equal(silo.Number("spec/template/spec/securityContext/runAsGroup"), silo.Number("spec/template/spec/securityContext/fsGroup")); // Or it is root's.
    }

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task Schema_IsMigrated_ByTheJobAndNoSilo(string overlay)
    {
        var job = await OneAsync(overlay, "Job", "loapi-migration");
        Assert.Equal("migrate", Assert.Single(Manifest.Items(job.At("spec/template/spec/containers/0/args"))).ToString());
        Assert.NotNull(job.At("spec/ttlSecondsAfterFinished"));
        Assert.Equal("false", Variable(await OneAsync(overlay, "Deployment", "loapi-silo"), "Storage__MigrateAtStart")["value"]!.ToString());
    }

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task Ingress_EndsTls_AndLeadsToTheFirewallAlone(string overlay)
    {
        var ingress = await OneAsync(overlay, "Ingress", "loapi");
        var hosts = Manifest.Items(ingress.At("spec/rules")).Select(rule => rule["host"]!.ToString()).ToArray();
        Assert.Equal(hosts, Manifest.Items(ingress.At("spec/tls/0/hosts")).Select(host => host.ToString()));
        Assert.Equal("loapi-tls", ingress.Text("spec/tls/0/secretName"));
        Assert.Equal("loapi-firewall", ingress.Text("spec/rules/0/http/paths/0/backend/service/name"));

        var frontEnd = await OneAsync(overlay, "Deployment", "loapi-frontend");
        Assert.Equal($"https://{hosts[0]}", Variable(frontEnd, "Http__PublicBaseUrl")["value"]!.ToString());
    }

    private static JsonNode Variable(Manifest owner, string name) =>
        Manifest.Items(owner.At("spec/template/spec/containers/0/env")).Single(variable => variable["name"]!.ToString() == name);

    private static async Task<Manifest> OneAsync(string overlay, string kind, string name) =>
        (await Kustomize.RenderAsync(overlay)).Single(manifest => manifest.Kind == kind && manifest.Name == name);
}
