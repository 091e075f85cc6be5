using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>
/// The identity provider's metadata and keys: read when they are first needed, again beside the requests from half of
/// <see cref="OidcOptions.KeysMaxAge"/> on, and when a token names a key that is not among them, yet never more often than
/// <see cref="OidcOptions.RefreshInterval"/>. Requests wait for a reading only where there are no keys, or none of which the
/// provider was asked in time; once it is known to be away, the keys go on without waiting, until
/// <see cref="OidcOptions.KeysMaxStale"/>.
/// </summary>
internal sealed class ProviderKeys(
    IDocumentRetriever documents, IOptions<OidcOptions> options, TimeProvider clock, ILogger<ProviderKeys> logger)
{
    private readonly Lock _lock = new();
    private volatile Reading? _last;
    private volatile bool _away;
    private Task<Reading?>? _reading;
    private long? _triedAt;

    /// <summary>What was read last, perhaps old, as long as it may still be used.</summary>
    private Reading? Usable => _last is { } last && clock.GetElapsedTime(last.At) < options.Value.KeysMaxStale ? last : null;

    /// <summary>The keys. Throws <see cref="ProviderUnavailableException"/> where there are none to be had.</summary>
    public async ValueTask<IReadOnlyCollection<SecurityKey>> GetAsync(CancellationToken cancellation)
    {
        if (_last is not { } last)
        {
            return await ReadAsync(cancellation);
        }

        var age = clock.GetElapsedTime(last.At);
        if (age < options.Value.KeysMaxAge / 2)
        {
            return last.Keys;
        }

        if (age < (_away ? options.Value.KeysMaxStale : options.Value.KeysMaxAge))
        {
            _ = BeginReading(); // It logs what goes wrong, and throws nothing.
            return last.Keys;
        }

        return await ReadAsync(cancellation);
    }

    /// <summary>The keys, read anew if these are still the newest and the last reading is long enough ago.</summary>
    public async ValueTask<IReadOnlyCollection<SecurityKey>> RenewAsync(IReadOnlyCollection<SecurityKey> seen, CancellationToken cancellation) =>
        _last is { } last && !ReferenceEquals(last.Keys, seen) ? last.Keys : await ReadAsync(cancellation);

    private async Task<IReadOnlyCollection<SecurityKey>> ReadAsync(CancellationToken cancellation) =>
        (await BeginReading().WaitAsync(cancellation))?.Keys
            ?? throw new ProviderUnavailableException("The identity provider's keys could not be read.");

    /// <summary>The reading that is under way, or a new one, or what was read last where one was tried a moment ago.</summary>
    private Task<Reading?> BeginReading()
    {
        lock (_lock)
        {
            if (_reading is { IsCompleted: false })
            {
                return _reading;
            }

            if (_triedAt is { } triedAt && clock.GetElapsedTime(triedAt) < options.Value.RefreshInterval)
            {
                return Task.FromResult(Usable);
            }

            var now = clock.GetTimestamp();
            _triedAt = now;
            return _reading = ReadAnewAsync(now);
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

            _away = false;
            return _last = new([.. metadata.SigningKeys], at);
        }
        catch (Exception exception)
        {
            Log.KeysNotRead(logger, exception); // Whatever it was: there are no new keys.
            _away = true;
            return Usable;
        }
    }

    private sealed record Reading(IReadOnlyCollection<SecurityKey> Keys, long At);
}
