using LoApi.Storage.Tests.Databases;

namespace LoApi.Storage.Tests.Cluster;

public sealed class PostgreSqlMembershipTests() : MembershipTableConformance(new PostgreSqlTestDatabase(), "Npgsql");
