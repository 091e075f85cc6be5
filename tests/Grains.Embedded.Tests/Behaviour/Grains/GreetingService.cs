namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

/// <summary>A service that grains are given.</summary>
public sealed class GreetingService
{
    public string Greet(string name) => $"hello {name}";
}
