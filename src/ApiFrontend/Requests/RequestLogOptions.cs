namespace LoApi.ApiFrontend.Requests;

/// <summary>The line that each request leaves in the log. Section <c>RequestLog</c>.</summary>
internal sealed class RequestLogOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "RequestLog";

    /// <summary>The level of the lines. Default <c>Information</c>; <c>None</c> for no lines.</summary>
    public LogLevel Level { get; set; } = LogLevel.Information;

    /// <summary>
    /// Of so many reads that succeed one leaves a line, which says so; whatever writes or fails always leaves one. Default 1:
    /// each does. 1 to 1,000,000.
    /// </summary>
    public int SampleReads { get; set; } = 1;
}
