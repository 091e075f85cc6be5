using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Resources;

[Collection(ApiCollection.Name)]
public sealed class ResourceListOnSqliteTests(SqliteApiHost host) : ResourceListTests(host);
