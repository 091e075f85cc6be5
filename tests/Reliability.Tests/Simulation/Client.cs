using LoApi.Callers;
using LoApi.Errors;
using LoApi.Idempotency;
using LoApi.Payoffs;

namespace LoApi.Reliability.Tests.Simulation;

/// <summary>
/// An app server: asks for writes, each under a key of its own, and asks again when it hears nothing or bad news; now
/// and then it asks twice at once, and now and then it gives up.
/// </summary>
internal sealed class Client(World world, int number, Random random)
{
    private const int MaxAttempts = 100;

    private static readonly Caller Caller = new("prepay", "1", "1", "request");

    private int _lastKey;
    private int _lastToken;

    public async Task RunAsync(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            if (world.AnyPayoff(random) is { } payoff && random.Next(3) > 0)
            {
                await ChangeAsync(payoff);
            }
            else
            {
                await CreateAsync();
            }
        }
    }

    /// <summary>Asks once more for what was acknowledged: the first answer is to come again.</summary>
    public static async Task<Outcome<RecordedResponse>?> RepeatAsync(Silo silo, Operation operation) =>
        await silo.Grains.GetGrain<IPayoffGrain>(Guid.Parse(operation.Answer!.ResourceId)).FindAnswerAsync(Use(operation), Caller);

    private static IdempotentRequest Use(Operation operation) => new(Caller.ClientId, operation.Key, operation.Fingerprint);

    private async Task CreateAsync()
    {
        var loan = SbaLoanNumber.WithCheckDigits($"{10_000_000 + random.Next(world.Loans)}");
        var operation = Begin($"create for {loan}");
        var draft = new Payoff
        {
            SbaLoanNumber = loan,
            Program = LoanProgram.Section7a,
            LocationId = "1",
            AmountType = AmountType.Full,
            PayoffDate = new DateOnly(2027, 2, 2),
            Reason = PayoffReason.Refinance,
            Contact = new Contact { Name = $"Of {operation.Key}", Phone = "202-555-0100", Email = "pat.doe@example.com" },
        };
        var id = DerivedId.From("payoff", Caller.ClientId, operation.Key);
        await SettleAsync(operation, async silo =>
            await silo.Grains.GetGrain<IPayoffGrain>(id).CreateAsync(new(With(operation), Use(operation), draft)));
        if (operation.Answer is not null)
        {
            world.Created(id);
        }
    }

    private async Task ChangeAsync(Guid id)
    {
        if (await ReadAsync(id) is not { } current)
        {
            return;
        }

        var cancels = random.Next(3) == 0;
        var keyed = cancels || random.Next(3) > 0;
        var operation = Begin($"{(cancels ? "cancel" : "rename")} {id} of version {current.Version}", keyed);
        var changed = cancels
            ? current with { Status = PayoffStatus.Cancelled }
            : current with { Contact = current.Contact! with { Name = $"By {operation.Key}" } };
        if (!keyed)
        {
            await AttemptAsync(operation, async silo =>
                await silo.Grains.GetGrain<IPayoffGrain>(id).ChangeAsync(new(With(operation), current.Version!.Value, changed, Idempotency: null)));
            return;
        }

        await SettleAsync(operation, async silo =>
        {
            // As the front end does: a repeat is recognised before its precondition is looked at.
            var payoff = silo.Grains.GetGrain<IPayoffGrain>(id);
            var caller = With(operation);
            return await payoff.FindAnswerAsync(Use(operation), caller)
                ?? await payoff.ChangeAsync(new(caller, current.Version!.Value, changed, Use(operation)));
        });
    }

    private Operation Begin(string what, bool keyed = true)
    {
        // A token for each attempt, or one for all of them, or one that was seen with somebody's other request.
        var token = random.Next(4) switch
        {
            0 => world.AnyToken(random),
            1 => $"token-{number}-{++_lastToken}",
            _ => null,
        };
        var operation = new Operation($"c{number}-{++_lastKey}", what, keyed) { Token = token };
        world.Operations.Add(operation);
        return operation;
    }

    private Caller With(Operation operation)
    {
        var token = operation.Token ?? $"token-{number}-{++_lastToken}";
        world.Seen(token);
        return Caller with { Token = new TokenUse(token, world.Clock.GetUtcNow().AddHours(1)) { Fingerprint = operation.Fingerprint } };
    }

    private async Task<Payoff?> ReadAsync(Guid id)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var silo = await world.AnySiloAsync(random);
            var read = silo.Grains.GetGrain<IPayoffGrain>(id).GetCurrentAsync();
            if (await silo.Process.AnswersAsync(read))
            {
                try
                {
                    return await read;
                }
                catch (Exception exception) when (IsExpected(exception))
                {
                    await PauseAsync();
                }
            }
        }

        return null;
    }

    private async Task SettleAsync(Operation operation, Func<Silo, Task<Outcome<RecordedResponse>>> attempt)
    {
        for (var attempts = 0; attempts < MaxAttempts; attempts++)
        {
            // Twice at once, or a second time before the first came to an end: as clients with short timeouts do.
            var first = AttemptAsync(operation, attempt);
            var hasty = random.Next(6) == 0;
            if (hasty)
            {
                await PauseAsync();
                await AttemptAsync(operation, attempt);
            }

            if (!hasty || random.Next(3) > 0)
            {
                await first;
            }
            else
            {
                world.Linger(first);
            }

            if (operation.Answer is not null || operation.Refusal is not null || random.Next(30) == 0)
            {
                return;
            }

            await PauseAsync();
        }
    }

    private async Task AttemptAsync(Operation operation, Func<Silo, Task<Outcome<RecordedResponse>>> attempt)
    {
        operation.Unknown++;
        var silo = await world.AnySiloAsync(random);
        var call = attempt(silo);
        if (!await silo.Process.AnswersAsync(call))
        {
            world.Trace.Add($"{operation.Key} is cut off");
            return; // Whatever it did or still would do: nobody is told.
        }

        try
        {
            var outcome = await call;
            world.Trace.Add($"{operation.Key}: {outcome.Value?.ETag ?? outcome.Failure!.Code}");
            operation.Unknown--;
            if (outcome.Failed)
            {
                operation.Refuse(outcome.Failure.Code);
            }
            else
            {
                operation.Accept(outcome.Value);
            }
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            world.Trace.Add($"{operation.Key}: {exception.GetType().Name}");
            operation.Unknown -= exception is DatabaseUnavailableException or OverloadedException ? 1 : 0;
        }
    }

    private Task PauseAsync() => Task.Delay(TimeSpan.FromMilliseconds(random.Next(1, 200)), world.Clock);

    private static bool IsExpected(Exception exception) =>
        exception is DatabaseUnavailableException or OutcomeUnknownException or OverloadedException or TimeoutException;
}
