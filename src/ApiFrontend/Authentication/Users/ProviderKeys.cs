using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>
/// The identity provider's metadata and keys: read when they are first needed, when they are old, and when a token names a
/// key that is not among them, yet never more often than <see cref="OidcOptions.RefreshInterval"/>. Whoever needs them
/// meanwhile waits for the one reading; keys that are old go on while the provider is
/// away, until they are twice <see cref="OidcOptions.KeysMaxAge"/>.
/// </summary>
internal sealed class ProviderKeys(
    IDocumentRetriever documents, IOptions<OidcOptions> options, TimeProvider clock, ILogger<ProviderKeys> logger)
{
    private readonly Lock _lock = new();
    private Reading? _last;
    private Task<Reading>? _reading;
    private long? _triedAt;

    /// <summary>What was read last, perhaps old, as long as it may still be used.</summary>
    private Reading? Usable => _last is { } last && clock.GetElapsedTime(last.At) < 2 * options.Value.KeysMaxAge ? last : null;

    /// <summary>The keys. Throws <see cref="ProviderUnavailableException"/> where there are none to be had.</summary>
    public async ValueTask<IReadOnlyCollection<SecurityKey>> GetAsync(CancellationToken cancellation)
    {
        if (_last is { } last && clock.GetElapsedTime(last.At) < options.Value.KeysMaxAge)
        {
            return last.Keys;
        }

        return (await ReadAsync(cancellation)).Keys;
    }

    /// <summary>The keys, read anew if these are still the newest and the last reading is long enough ago.</summary>
    public async ValueTask<IReadOnlyCollection<SecurityKey>> RenewAsync(IReadOnlyCollection<SecurityKey> seen, CancellationToken cancellation) =>
        _last is { } last && !ReferenceEquals(last.Keys, seen) ? last.Keys : (await ReadAsync(cancellation)).Keys;

    private Task<Reading> ReadAsync(CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_reading is { IsCompleted: false })
            {
                return _reading.WaitAsync(cancellation);
            }

            if (_triedAt is { } triedAt && clock.GetElapsedTime(triedAt) < options.Value.RefreshInterval)
            {
                return Usable is { } last
                    ? Task.FromResult(last)
                    : Task.FromException<Reading>(new ProviderUnavailableException("The identity provider did not answer a moment ago."));
            }

            var now = clock.GetTimestamp();
            _triedAt = now;
            _reading = ReadAnewAsync(now);
            return _reading.WaitAsync(cancellation);
        }
    }

    // Belongs to all that wait for it: none of them can call it back.
    private async Task<Reading> ReadAnewAsync(long at)
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

            return _last = new([.. metadata.SigningKeys], at);
        }
        catch (Exception exception)
        {
            Log.KeysNotRead(logger, exception); // Whatever it was: there are no new keys.
            return Usable ?? throw new ProviderUnavailableException("The identity provider's keys could not be read.", exception);
        }
    }

    private sealed record Reading(IReadOnlyCollection<SecurityKey> Keys, long At);
}
