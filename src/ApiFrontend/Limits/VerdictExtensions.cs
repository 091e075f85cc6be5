namespace LoApi.ApiFrontend.Limits;

/// <summary>Verdicts as logs and measures name them.</summary>
internal static class VerdictExtensions
{
    extension(Verdict verdict)
    {
        /// <summary><c>admitted</c>, <c>refused</c> or <c>unknown</c>.</summary>
        public string Name => verdict switch
        {
            Verdict.Admitted => "admitted",
            Verdict.Refused => "refused",
            _ => "unknown",
        };
    }
}
