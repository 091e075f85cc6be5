namespace LoApi.Deploy.Tests.Manifests;

/// <summary>A test of each overlay; skipped, with the reason, where nothing renders them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OverlayTheoryAttribute : TheoryAttribute
{
    public OverlayTheoryAttribute() => Skip = Kustomize.Missing;
}
