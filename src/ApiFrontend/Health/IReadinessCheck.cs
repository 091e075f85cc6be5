namespace LoApi.ApiFrontend.Health;

/// <summary>Something that this process knows by itself and that readiness follows.</summary>
internal interface IReadinessCheck
{
    /// <summary>How it stands; null where there is nothing to say.</summary>
    HealthCheck? Check();
}
