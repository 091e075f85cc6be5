namespace LoApi.LoadGen.Measurement;

/// <summary>The reason of an answer of which only the status is known, such as <c>http_404</c>.</summary>
internal static class StatusReason
{
    /// <summary>Made once: an answer is to cost nothing.</summary>
    private static readonly string[] Reasons = [.. Enumerable.Range(0, 1000).Select(status => $"http_{status}")];

    /// <param name="status">Three digits.</param>
    public static string Of(int status) => Reasons[status];
}
