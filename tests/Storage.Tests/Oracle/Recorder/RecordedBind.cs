namespace LoApi.Storage.Tests.Oracle.Recorder;

/// <summary>A bind of a statement: its name and Oracle's type.</summary>
internal sealed record RecordedBind(string Name, BindType Type)
{
    public override string ToString() => $"{Name} {Type}";
}
