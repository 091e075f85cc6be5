using LoApi.Storage.Tests.Databases;

namespace LoApi.Storage.Tests.Conformance;

/// <summary>Oracle's dialect, as far as that can be tried without an Oracle: see <see cref="RecorderTestDatabase"/>.</summary>
public sealed class RecorderConformanceTests(RecorderTestDatabase database)
    : StorageConformance(database), IClassFixture<RecorderTestDatabase>;
