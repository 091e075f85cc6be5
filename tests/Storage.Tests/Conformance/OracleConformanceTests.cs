using LoApi.Storage.Tests.Databases;

namespace LoApi.Storage.Tests.Conformance;

public sealed class OracleConformanceTests(OracleTestDatabase database)
    : StorageConformance(database), IClassFixture<OracleTestDatabase>;
