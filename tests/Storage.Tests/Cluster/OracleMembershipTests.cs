using LoApi.Storage.Tests.Databases;

namespace LoApi.Storage.Tests.Cluster;

/// <summary>Shares its schema with the conformance suite, so neither runs beside the other.</summary>
[Collection("Oracle")]
public sealed class OracleMembershipTests() : MembershipTableConformance(new OracleTestDatabase(), "Oracle.DataAccess.Client");
