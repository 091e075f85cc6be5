namespace LoApi.LoadGen.Client;

/// <summary>Says on a request who is calling, and on whose behalf. A signed token is one more implementation.</summary>
internal interface ICallerCredentials
{
    /// <summary>Called for every attempt, so that each can carry a fresh token. May be called from several threads.</summary>
    void Apply(HttpRequestMessage request, ActingFor acting);
}
