namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

/// <summary>A state.</summary>
[GenerateSerializer]
public sealed class Note
{
    [Id(0)]
    public string Text { get; set; } = "";
}
