namespace LoApi.LoadGen.Client;

/// <summary>The unauthenticated headers that a service in development takes the acting user and location from.</summary>
internal sealed class DevelopmentHeaders : ICallerCredentials
{
    public const string UserId = "X-Dev-User-Id";
    public const string LocationId = "X-Dev-Location-Id";

    public void Apply(HttpRequestMessage request, ActingFor acting)
    {
        if (acting.UserId is not null)
        {
            request.Headers.TryAddWithoutValidation(UserId, acting.UserId);
        }

        if (acting.LocationId is not null)
        {
            request.Headers.TryAddWithoutValidation(LocationId, acting.LocationId);
        }
    }
}
