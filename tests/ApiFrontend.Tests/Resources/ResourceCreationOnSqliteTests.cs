using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Resources;

[Collection(ApiCollection.Name)]
public sealed class ResourceCreationOnSqliteTests(SqliteApiHost host) : ResourceCreationTests(host);
