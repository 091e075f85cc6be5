using LoApi.Storage.Tests.Databases;

namespace LoApi.Storage.Tests.Conformance;

[Collection("Oracle")]
public sealed class OracleConformanceTests(OracleTestDatabase database)
    : StorageConformance(database), IClassFixture<OracleTestDatabase>;
