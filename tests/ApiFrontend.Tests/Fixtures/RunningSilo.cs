namespace LoApi.ApiFrontend.Tests.Fixtures;

/// <summary>A silo beside the one that the front end of a test has in its process.</summary>
/// <param name="Services">Its services.</param>
/// <param name="Process">Ends it.</param>
internal sealed record RunningSilo(IServiceProvider Services, IAsyncDisposable Process);
