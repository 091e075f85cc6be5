using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Statistics;

[Collection(PostgreSqlApiCollection.Name)]
public sealed class StatsOnPostgreSqlTests(PostgreSqlApiHost host) : StatsTests(host);
