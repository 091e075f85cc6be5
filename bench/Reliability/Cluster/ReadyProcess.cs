namespace LoApi.Reliability.Cluster;

/// <summary>A process, and where it says that it is ready.</summary>
internal sealed record ReadyProcess(MemberProcess Process, Uri Ready);
