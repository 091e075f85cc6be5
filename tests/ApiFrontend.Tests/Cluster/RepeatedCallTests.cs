using System.Reflection;
using LoApi.ApiFrontend.Hosting;
using LoApi.Errors;
using LoApi.Idempotency;
using LoApi.Payoffs;
using LoApi.Resources;
using Microsoft.Extensions.Options;
using Orleans.Serialization.Invocation;

namespace LoApi.ApiFrontend.Tests.Cluster;

/// <summary>What a front end does about a grain that it could not reach.</summary>
public sealed class RepeatedCallTests
{
    [Fact]
    public async Task Invoke_UnreachableTwice_IsAnsweredAtTheThirdCall()
    {
        var call = new Call(failures: 2);
        await Filter("00:01:00").Invoke(call.Context);
        Assert.Equal(3, call.Made);
    }

    [Fact]
    public async Task Invoke_UnreachableForLonger_EndsWithWhatWasThrown()
    {
        var call = new Call(failures: int.MaxValue);
        await Assert.ThrowsAsync<SiloUnavailableException>(() => Filter("00:00:00.100").Invoke(call.Context));
        Assert.InRange(call.Made, 2, 4);
    }

    [Fact]
    public async Task Invoke_SwitchedOff_CallsOnce()
    {
        var call = new Call(failures: 1);
        await Assert.ThrowsAsync<SiloUnavailableException>(() => Filter("00:00:00").Invoke(call.Context));
        Assert.Equal(1, call.Made);
    }

    [Fact]
    public async Task Invoke_WithoutAnAnswer_IsNotRepeated()
    {
        var call = new Call(failures: 1, () => new TimeoutException());
        await Assert.ThrowsAsync<TimeoutException>(() => Filter("00:01:00").Invoke(call.Context));
        Assert.Equal(1, call.Made);
    }

    [Theory]
    [MemberData(nameof(GivenUp))]
    public async Task Invoke_GivenUpByOrleansOnce_IsAnsweredAtTheSecondCall(Exception givenUp)
    {
        var call = new Call(failures: 1, () => givenUp);
        await Filter("00:01:00").Invoke(call.Context);
        Assert.Equal(2, call.Made);
    }

    [Theory]
    [MemberData(nameof(GivenUp))]
    public async Task Invoke_GivenUpByOrleansForLonger_EndsAsUnavailable(Exception givenUp)
    {
        var call = new Call(failures: int.MaxValue, () => givenUp);
        var thrown = await Assert.ThrowsAsync<SiloUnavailableException>(() => Filter("00:00:00.100").Invoke(call.Context));
        Assert.Same(givenUp, thrown.InnerException);
        Assert.InRange(call.Made, 2, 4);
    }

    [Fact]
    public async Task Invoke_WriteWithoutAKeyThatOrleansGaveUp_EndsAsUnavailableAtOnce()
    {
        var call = new Call(failures: 1, () => new OperationCanceledException(), new ChangePayoff(null!, 1, null!, null));
        await Assert.ThrowsAsync<SiloUnavailableException>(() => Filter("00:01:00").Invoke(call.Context));
        Assert.Equal(1, call.Made);
    }

    [Fact]
    public async Task Invoke_CancelledByItsCaller_EndsWithTheCancellation()
    {
        var call = new Call(failures: 1, () => new OperationCanceledException()) { Given = new CancellationToken(canceled: true) };
        await Assert.ThrowsAsync<OperationCanceledException>(() => Filter("00:01:00").Invoke(call.Context));
        Assert.Equal(1, call.Made);
    }

    [Fact]
    public async Task Invoke_GrainWhoseStateCannotBeRead_EndsWithWhatItThrew()
    {
        var thrown = new OrleansException("Error from storage provider", new DatabaseUnavailableException(new TimeoutException()));
        var call = new Call(failures: 1, () => thrown);
        Assert.Same(thrown, await Assert.ThrowsAsync<OrleansException>(() => Filter("00:01:00").Invoke(call.Context)));
        Assert.Equal(1, call.Made);
    }

    [Fact]
    public async Task Invoke_ByAGrainOfTheSameProcess_IsNotRepeated()
    {
        var call = new Call(failures: 1) { Source = Answering<IGrainContext>.With((_, _) => null) };
        await Assert.ThrowsAsync<SiloUnavailableException>(() => Filter("00:01:00").Invoke(call.Context));
        Assert.Equal(1, call.Made);
    }

    [Fact]
    public async Task Invoke_OfAPartOfOrleans_IsNotRepeated()
    {
        var call = new Call(failures: 1) { Target = GrainId.Create(GrainTypePrefix.SystemTargetPrefix + "membership", "127.0.0.1:11111@1") };
        await Assert.ThrowsAsync<SiloUnavailableException>(() => Filter("00:01:00").Invoke(call.Context));
        Assert.Equal(1, call.Made);
    }

    [Fact]
    public async Task Invoke_GrainThatFails_EndsWithWhatItThrew()
    {
        var call = new Call(failures: 1, () => new InvalidOperationException());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Filter("00:01:00").Invoke(call.Context));
        Assert.Equal(1, call.Made);
    }

    public static TheoryData<Exception> GivenUp() => new(
        new OperationCanceledException("Message expired before placement could complete for grain payoff/1."),
        new TaskCanceledException(),
        new OrleansException("No active nodes are compatible with grain payoff."));

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Invoke_Write_IsRepeatedWhereItHasAKey(object write, int calls)
    {
        var call = new Call(failures: 1, arguments: write);
        var failed = await Record.ExceptionAsync(() => Filter("00:01:00").Invoke(call.Context));
        Assert.Equal((calls, calls == 1), (call.Made, failed is SiloUnavailableException));
    }

    public static TheoryData<object, int> Writes()
    {
        var key = new IdempotentRequest("client", "key", "fingerprint");
        return new()
        {
            { new CreatePayoff(null!, key, null!), 2 },
            { new ChangePayoff(null!, 1, null!, key), 2 },
            { new ChangePayoff(null!, 1, null!, null), 1 },
            { new ChangeResource(null!, 1, null, key), 2 },
            { new ChangeResource(null!, 1, null, null), 1 },
        };
    }

    private static RepeatedCalls Filter(string repeatFor) =>
        new(Options.Create(new ClusterClientOptions { RepeatFor = TimeSpan.Parse(repeatFor, System.Globalization.CultureInfo.InvariantCulture) }), TimeProvider.System);

    /// <summary>A call that fails so often before it succeeds.</summary>
    private sealed class Call
    {
        private readonly int _failures;
        private readonly Func<Exception> _fail;

        public Call(int failures, Func<Exception>? fail = null, params object[] arguments)
        {
            _failures = failures;
            _fail = fail ?? (() => new SiloUnavailableException("It has just died."));
            var request = Answering<IInvokable>.With((method, given) => method switch
            {
                nameof(IInvokable.GetCancellationToken) => Given,
                nameof(IInvokable.GetArgumentCount) => arguments.Length,
                _ => arguments[(int)given![0]!],
            });
            Context = Answering<IOutgoingGrainCallContext>.With((method, _) => method switch
            {
                nameof(IOutgoingGrainCallContext.Invoke) => MakeAsync(),
                $"get_{nameof(IOutgoingGrainCallContext.SourceContext)}" => Source,
                $"get_{nameof(IOutgoingGrainCallContext.TargetId)}" => Target,
                _ => request,
            });
        }

        public IOutgoingGrainCallContext Context { get; }

        /// <summary>What its caller may cancel it by.</summary>
        public CancellationToken Given { get; init; }

        /// <summary>The grain that calls; null for a request.</summary>
        public IGrainContext? Source { get; init; }

        /// <summary>What is called.</summary>
        public GrainId Target { get; init; } = GrainId.Create("payoff", "1");

        public int Made { get; private set; }

        private Task MakeAsync() => ++Made <= _failures ? Task.FromException(_fail()) : Task.CompletedTask;
    }

    /// <summary>An implementation of an interface of Orleans' that one function answers for.</summary>
    public class Answering<T> : DispatchProxy
        where T : class
    {
        private Func<string, object?[]?, object?>? _answer;

        public static T With(Func<string, object?[]?, object?> answer)
        {
            var proxy = Create<T, Answering<T>>();
            ((Answering<T>)(object)proxy)._answer = answer;
            return proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => _answer!(targetMethod!.Name, args);
    }
}
