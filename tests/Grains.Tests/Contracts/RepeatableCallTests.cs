using System.Reflection;
using LoApi.Audit;
using LoApi.Clients;
using LoApi.Idempotency;
using LoApi.Operations;
using LoApi.Payoffs;
using LoApi.Pruning;
using LoApi.Resources;

namespace LoApi.Grains.Tests.Contracts;

/// <summary>
/// A front end of a cluster repeats calls that it got no answer to, all but those that say they lack a key: so whatever
/// may lack one says so, and what writes without ever having one may be done twice.
/// </summary>
public sealed class RepeatableCallTests
{
    private static readonly string[] Reads = ["Get", "Read", "List", "Find", "Is", "Knows", "Check", "Count"];

    /// <summary>What writes without a key, and why it may be done twice.</summary>
    private static readonly IReadOnlyDictionary<string, string> DoneTwice = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Name<IAuditStreamGrain>(nameof(IAuditStreamGrain.ChainAsync))] = "what is chained has left the outbox",
        [Name<IAuditTrailGrain>(nameof(IAuditTrailGrain.RecordAsync))] = "each event has an id that is stored once",
        [Name<IClientGrain>(nameof(IClientGrain.LeaseAsync))] = "requests of the limit are lost, never gained",
        [Name<IOpsBoardGrain>(nameof(IOpsBoardGrain.PublishAsync))] = "a report takes the place of the last one of its process",
        [Name<IPayoffExpiryGrain>(nameof(IPayoffExpiryGrain.SweepAsync))] = "what has expired is not found again",
        [Name<IPayoffGrain>(nameof(IPayoffGrain.ExpireAsync))] = "what has expired is left as it is",
        [Name<IPruningGrain>(nameof(IPruningGrain.PruneAsync))] = "what was removed is not found again",
    };

    private static readonly NullabilityInfoContext Nullability = new();

    [Fact]
    public void Requests_WhoseKeyMayBeMissing_SayThatTheyMayLackIt()
    {
        var keyless = Crossing.Reached.Where(type => !type.IsEnum && Crossing.Stored(type).Any(MayBeMissing)).ToHashSet();
        Assert.Contains(typeof(ChangePayoff), keyless);
        Assert.Contains(typeof(ChangeResource), keyless);
        Assert.All(keyless, type => Assert.True(
            type.IsAssignableTo(typeof(IOptionallyKeyed)), $"{type.Name} has a key that may be null, so it must be {nameof(IOptionallyKeyed)}."));
    }

    [Fact]
    public void Requests_ThatMayLackTheirKey_AreArgumentsThemselves() => // A front end looks into no other type.
        Assert.All(
            Crossing.Reached.Where(type => type.IsAssignableTo(typeof(IOptionallyKeyed))),
            type => Assert.Contains(type, Arguments()));

    [Fact]
    public void Methods_NoneOfThem_TakesAKeyThatMayBeMissing() =>
        Assert.DoesNotContain(Methods().SelectMany(method => method.GetParameters()), MayBeMissing);

    [Fact]
    public void Methods_ThatWriteWithoutAKey_AreThoseThatMayBeDoneTwice() => Assert.Equal(
        DoneTwice.Keys.Order(StringComparer.Ordinal),
        Methods().Where(method => !IsRead(method) && !HasKey(method)).Select(Name).Order(StringComparer.Ordinal));

    private static IEnumerable<MethodInfo> Methods() => Crossing.GrainInterfaces.SelectMany(grain => grain.GetMethods());

    private static HashSet<Type> Arguments() => [.. Methods().SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType)];

    private static bool IsRead(MethodInfo method) => Array.Exists(Reads, read => method.Name.StartsWith(read, StringComparison.Ordinal));

    private static bool HasKey(MethodInfo method) => method.GetParameters()
        .SelectMany(parameter => Crossing.Stored(parameter.ParameterType))
        .Any(stored => stored.PropertyType == typeof(IdempotentRequest));

    private static bool MayBeMissing(PropertyInfo stored) =>
        stored.PropertyType == typeof(IdempotentRequest) && Nullability.Create(stored).ReadState == NullabilityState.Nullable;

    private static bool MayBeMissing(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(IdempotentRequest) && Nullability.Create(parameter).ReadState == NullabilityState.Nullable;

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static string Name<T>(string method) => $"{typeof(T).Name}.{method}";
}
