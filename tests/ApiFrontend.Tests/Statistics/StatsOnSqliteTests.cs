using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Statistics;

[Collection(ApiCollection.Name)]
public sealed class StatsOnSqliteTests(SqliteApiHost host) : StatsTests(host);
