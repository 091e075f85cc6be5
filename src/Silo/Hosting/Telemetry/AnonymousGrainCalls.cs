using System.Diagnostics;
using OpenTelemetry;

namespace LoApi.Silo.Telemetry;

/// <summary>
/// Takes from the spans of Orleans' grain calls what tells users and resources: the grains' ids, of which the type is kept,
/// and the text of exceptions, of which their own type is.
/// </summary>
internal sealed class AnonymousGrainCalls : BaseProcessor<Activity>
{
    // Orleans has spelled them both ways.
    private const string Target = "orleans.rpc.target_id";
    private const string OtherTarget = "rpc.orleans.target_id";

    private static readonly string[] Telling =
        [Target, OtherTarget, "orleans.rpc.source_id", "rpc.orleans.source_id", "exception.message", "exception.stacktrace"];

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name != Sources.OfOrleans)
        {
            return;
        }

        if ((data.GetTagItem(Target) ?? data.GetTagItem(OtherTarget)) is string id)
        {
            data.SetTag("loapi.grain.type", id.Split('/')[0]);
        }

        foreach (var tag in Telling)
        {
            data.SetTag(tag, null);
        }
    }
}
