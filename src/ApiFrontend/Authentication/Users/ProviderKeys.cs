using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>
/// The identity provider's metadata and keys: read when they are first needed, again beside the requests from half of
/// <see cref="OidcOptions.KeysMaxAge"/> on, and when a token names a key that is not among them, yet never more often than
/// <see cref="OidcOptions.RefreshInterval"/>. Requests wait for a reading only where there are no keys, or none of which the
/// provider was asked in time; where a reading has failed a moment ago, the keys go on without waiting, until
/// <see cref="OidcOptions.KeysMaxStale"/>.
/// </summary>
internal sealed class ProviderKeys(
    IDocumentRetriever documents, IOptions<OidcOptions> options, TimeProvider clock, ILogger<ProviderKeys> logger)
{
    private readonly Lock _lock = new();
    private volatile Reading? _last;
    private volatile Failed? _failed;
    private Task<Reading?>? _reading;
    private long _begunAt;

    /// <summary>What was read last, perhaps old, as long as it may still be used.</summary>
    private Reading? Usable => _last is { } last && clock.GetElapsedTime(last.At) < options.Value.KeysMaxStale ? last : null;

    /// <summary>
    /// Whether a reading has failed so short a while ago that waiting for the next one would most likely be in vain: until the
    /// next one, which traffic brings about within two intervals, has had its time. An older failure says nothing.
    /// </summary>
    private bool FailedRecently =>
        _failed is { } failed && clock.GetElapsedTime(failed.At) < (2 * options.Value.RefreshInterval) + options.Value.Timeout;

    /// <summary>The keys. Throws <see cref="ProviderUnavailableException"/> where there are none to be had.</summary>
    public async ValueTask<IReadOnlyCollection<SecurityKey>> GetAsync(CancellationToken cancellation)
    {
        if (_last is not { } last)
        {
            return (await BeginReading().WaitAsync(cancellation))?.Keys ?? throw NotRead();
        }

        var age = clock.GetElapsedTime(last.At);
        if (age < options.Value.KeysMaxAge / 2)
        {
            return last.Keys;
        }

        var reading = BeginReading(); // It logs what goes wrong, and throws nothing.
        return age < options.Value.KeysMaxAge || (age < options.Value.KeysMaxStale && FailedRecently)
            ? last.Keys
            : (await reading.WaitAsync(cancellation) ?? Usable)?.Keys ?? throw NotRead();
    }

    /// <summary>
    /// The keys, read anew if these are still the newest and the last reading is long enough ago. Throws
    /// <see cref="ProviderUnavailableException"/> where they could not be: nobody knows then which keys there are beside these.
    /// </summary>
    public async ValueTask<IReadOnlyCollection<SecurityKey>> RenewAsync(IReadOnlyCollection<SecurityKey> seen, CancellationToken cancellation) =>
        _last is { } last && !ReferenceEquals(last.Keys, seen) ? last.Keys
            : (await BeginReading().WaitAsync(cancellation))?.Keys ?? throw NotRead();

    private static ProviderUnavailableException NotRead() => new("The identity provider's keys could not be read.");

    /// <summary>The reading that is under way or was begun a moment ago, else a new one; null comes of one that failed.</summary>
    private Task<Reading?> BeginReading()
    {
        lock (_lock)
        {
            if (_reading is { } reading
                && (!reading.IsCompleted || clock.GetElapsedTime(_begunAt) < options.Value.RefreshInterval))
            {
                return reading;
            }

            _begunAt = clock.GetTimestamp();
            return _reading = ReadAnewAsync(_begunAt);
        }
    }

    // Belongs to all that wait for it: none of them can call it back.
    private async Task<Reading?> ReadAnewAsync(long at)
    {
        await Task.Yield(); // Off the lock.
        try
        {
            var address = options.Value.Issuer!.TrimEnd('/') + "/.well-known/openid-configuration";
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(address, documents, CancellationToken.None)
                .WaitAsync(options.Value.Timeout, clock); // The library's own reader does not heed a token; its client has the same timeout.
            if (metadata.Issuer != options.Value.Issuer)
            {
                throw new ProviderUnavailableException("The identity provider's metadata name another issuer than Authentication:Oidc:Issuer.");
            }

            _failed = null;
            return _last = new([.. metadata.SigningKeys], at);
        }
        catch (Exception exception)
        {
            Log.KeysNotRead(logger, exception); // Whatever it was: there are no new keys.
            _failed = new(clock.GetTimestamp());
            return null;
        }
    }

    private sealed record Reading(IReadOnlyCollection<SecurityKey> Keys, long At);

    private sealed record Failed(long At);
}
