using System.Globalization;

namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

#pragma warning disable MA0048 // One per kind of key.

internal sealed class StringKeyGrain : Grain, IStringKeyGrain
{
    public Task<string> Describe() => Task.FromResult($"{this.GetPrimaryKeyString()} {this.GetGrainId()}");
}

internal sealed class GuidKeyGrain : Grain, IGuidKeyGrain
{
    public Task<string> Describe() => Task.FromResult($"{this.GetPrimaryKey()} {this.GetGrainId()}");
}

[GrainType("numbered")]
internal sealed class IntegerKeyGrain : Grain, IIntegerKeyGrain
{
    public Task<string> Describe() =>
        Task.FromResult(string.Create(CultureInfo.InvariantCulture, $"{this.GetPrimaryKeyLong()} {IdentityString}"));
}
