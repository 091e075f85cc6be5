namespace LoApi.ApiFrontend.Authentication;

/// <summary>Where denials go. Never waits and never throws: a storm of them must not cost what a request costs.</summary>
internal interface IDenials
{
    /// <summary>Takes one; beyond a bound, takes only its number.</summary>
    void Report(Denial denial);
}
