namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

/// <summary>A service that grains are given.</summary>
public sealed class GreetingService
{
    private readonly string _word = "hello";

    public string Greet(string name) => $"{_word} {name}";
}
