using LoApi.Storage.Tests.Databases;

namespace LoApi.Storage.Tests.Oracle;

/// <summary>A test through the recorder; skipped, with the reason, where nothing stands under it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RecorderFactAttribute : FactAttribute
{
    public RecorderFactAttribute() => Skip = RecorderTestDatabase.SkipReason;
}
