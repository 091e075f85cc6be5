using LoApi.Storage.Audit;
using LoApi.Storage.Tests.Databases;

namespace LoApi.Storage.Tests.Conformance;

public abstract partial class StorageConformance
{
    [DialectFact]
    public async Task Verify_OfAChangedRecord_NamesIt()
    {
        string[] changes =
        [
            "user_id = '8'", "outcome = 'failure'", "outcome_code = 'deleted'", "request_path = NULL", "version_after = 9", "client_id = 'other'",
            "after_state = '{}'", "after_state = 'nonsense'", "after_state = NULL", "before_state = '{}'", "payload_digest = 'x'",
            "member_salts = NULL", "member_salts = 'nonsense'", "key_id = 'x'", $"record_hash = '{new string('1', 64)}'", "resource_id = 'x'",
        ];
        await using var chain = await ChainAsync(10);
        await chain.KeepAsync();
        foreach (var change in changes)
        {
            await chain.TamperAsync($"UPDATE AUDIT_RECORD SET {change} WHERE partition_no = {chain.Partition} AND chain_position = 4");
            await chain.AssertFoundAsync(AuditFault.Changed, 4);
            await chain.RestoreAsync();
        }

        Assert.Empty((await chain.VerifyAsync(withHeads: true)).Findings);
    }

    [DialectFact]
    public async Task Verify_OfARecordWithAValueOfPersonalDataChanged_NamesIt()
    {
        await using var chain = await ChainAsync(3);
        await chain.TamperAsync(
            $"UPDATE AUDIT_RECORD SET after_state = REPLACE(after_state, 'Ada', 'Eve') WHERE partition_no = {chain.Partition} AND chain_position = 2");
        await chain.AssertFoundAsync(AuditFault.Changed, 2);
    }

    [DialectFact]
    public async Task Verify_OfARemovedRecord_NamesItsPlace()
    {
        await using var chain = await ChainAsync(10);
        await chain.TamperAsync($"DELETE FROM AUDIT_RECORD WHERE partition_no = {chain.Partition} AND chain_position = 4");
        await chain.AssertFoundAsync(AuditFault.Removed, 4);
    }

    [DialectFact]
    public async Task Verify_OfARemovedRecordWhoseFollowersMovedUp_NamesItsPlace()
    {
        await using var chain = await ChainAsync(10);
        await chain.TamperAsync([
            $"DELETE FROM AUDIT_RECORD WHERE partition_no = {chain.Partition} AND chain_position = 4",
            .. Enumerable.Range(5, 6).Select(position =>
                $"UPDATE AUDIT_RECORD SET chain_position = {position - 1} WHERE partition_no = {chain.Partition} AND chain_position = {position}"),
            $"UPDATE AUDIT_HEAD SET chain_position = 9 WHERE partition_no = {chain.Partition}",
        ]);
        await chain.AssertFoundAsync(AuditFault.Removed, 4);
    }

    [DialectFact]
    public async Task Verify_OfTheFirstRecordRemoved_NamesItsPlace()
    {
        await using var chain = await ChainAsync(3);
        await chain.TamperAsync($"DELETE FROM AUDIT_RECORD WHERE partition_no = {chain.Partition} AND chain_position = 1");
        await chain.AssertFoundAsync(AuditFault.Removed, 1);
    }

    [DialectFact]
    public async Task Verify_OfAnInsertedRecord_NamesIt()
    {
        await using var chain = await ChainAsync(10);
        var insert = AuditRow.Columns.Replace("change_id", $"'{Guid.NewGuid()}'", StringComparison.Ordinal).Replace("chain_position", "4", StringComparison.Ordinal);
        await chain.TamperAsync([
            .. Enumerable.Range(4, 7).Reverse().Select(position =>
                $"UPDATE AUDIT_RECORD SET chain_position = {position + 1} WHERE partition_no = {chain.Partition} AND chain_position = {position}"),
            $"UPDATE AUDIT_HEAD SET chain_position = 11 WHERE partition_no = {chain.Partition}",
            $"""
            INSERT INTO AUDIT_RECORD ({AuditRow.Columns})
            SELECT {insert}
            FROM AUDIT_RECORD
            WHERE partition_no = {chain.Partition}
              AND chain_position = 7
            """,
        ]);
        await chain.AssertFoundAsync(AuditFault.Inserted, 4);
    }

    [DialectFact]
    public async Task Verify_OfARecordBehindTheLast_NamesItsPlace()
    {
        await using var chain = await ChainAsync(3);
        var insert = AuditRow.Columns.Replace("change_id", $"'{Guid.NewGuid()}'", StringComparison.Ordinal).Replace("chain_position", "4", StringComparison.Ordinal);
        var statement =
            $"INSERT INTO AUDIT_RECORD ({AuditRow.Columns}) SELECT {insert} FROM AUDIT_RECORD WHERE partition_no = {chain.Partition} AND chain_position = 3";
        await chain.TamperAsync(statement);
        await chain.AssertFoundAsync(AuditFault.Inserted, 4);

        // With the head moved along.
        await chain.TamperAsync($"UPDATE AUDIT_HEAD SET chain_position = 4 WHERE partition_no = {chain.Partition}");
        await chain.AssertFoundAsync(AuditFault.Changed, 4);
    }

    [DialectFact]
    public async Task Verify_OfSwappedRecords_NamesTheFirst()
    {
        await using var chain = await ChainAsync(10);
        await chain.KeepAsync();
        foreach (var (one, other) in new[] { (4, 8), (4, 5), (1, 10), (9, 10) })
        {
            await chain.TamperAsync(
                $"UPDATE AUDIT_RECORD SET chain_position = 99 WHERE partition_no = {chain.Partition} AND chain_position = {one}",
                $"UPDATE AUDIT_RECORD SET chain_position = {one} WHERE partition_no = {chain.Partition} AND chain_position = {other}",
                $"UPDATE AUDIT_RECORD SET chain_position = {other} WHERE partition_no = {chain.Partition} AND chain_position = 99");
            await chain.AssertFoundAsync(AuditFault.Reordered, one);
            await chain.RestoreAsync();
        }
    }

    [DialectFact]
    public async Task Verify_OfARecordMovedAway_NamesItsPlace()
    {
        await using var chain = await ChainAsync(10);
        await chain.TamperAsync($"UPDATE AUDIT_RECORD SET chain_position = 99 WHERE partition_no = {chain.Partition} AND chain_position = 4");
        await chain.AssertFoundAsync(AuditFault.Reordered, 4);
    }

    [DialectFact]
    public async Task Verify_OfACutOffTail_NamesTheFirstThatIsMissing()
    {
        await using var chain = await ChainAsync(10);
        await chain.TamperAsync($"DELETE FROM AUDIT_RECORD WHERE partition_no = {chain.Partition} AND chain_position > 7");
        await chain.AssertFoundAsync(AuditFault.Removed, 8);
    }

    [DialectFact]
    public async Task Verify_OfACutOffTailWithTheHeadSetBack_TakesTheFileOfHeads()
    {
        await using var chain = await ChainAsync(10);
        await chain.TamperAsync(
            $"DELETE FROM AUDIT_RECORD WHERE partition_no = {chain.Partition} AND chain_position > 7",
            $"""
            UPDATE AUDIT_HEAD
            SET chain_position = 7, last_hash = (SELECT record_hash FROM AUDIT_RECORD WHERE partition_no = {chain.Partition} AND chain_position = 7)
            WHERE partition_no = {chain.Partition}
            """);

        Assert.Empty((await chain.VerifyAsync(withHeads: false)).Findings);
        await chain.AssertFoundAsync(AuditFault.Removed, 8);

        // The service goes on, over what is left: the file still knows better.
        await chain.GrowAsync(5);
        await chain.AssertFoundAsync(AuditFault.Changed, 10);
    }

    [DialectFact]
    public async Task Verify_OfAChangedHead_SaysSo()
    {
        await using var chain = await ChainAsync(3);
        await chain.TamperAsync($"UPDATE AUDIT_HEAD SET last_hash = '{new string('1', 64)}' WHERE partition_no = {chain.Partition}");
        await chain.AssertFoundAsync(AuditFault.Head, 3);
        await chain.TamperAsync($"DELETE FROM AUDIT_HEAD WHERE partition_no = {chain.Partition}");
        await chain.AssertFoundAsync(AuditFault.Head, 0);
    }

    [DialectFact]
    public async Task Verify_OfAForgedLineInTheFileOfHeads_NamesTheLine()
    {
        await using var chain = await ChainAsync(3);
        var lines = await File.ReadAllLinesAsync(chain.Database.HeadsFile);
        await File.AppendAllTextAsync(
            chain.Database.HeadsFile, lines[0].Replace("\"position\":3", "\"position\":4", StringComparison.Ordinal) + "\n");
        var finding = Assert.Single((await chain.VerifyAsync(withHeads: true)).Findings);
        Assert.Equal((AuditFault.Head, $"Line {lines.Length + 1} of the file of heads is not signed by a known key."), (finding.Fault, finding.Explanation));
    }

    [DialectFact]
    public async Task Verify_OfAPartOfTheTime_SeesThatPartOnly()
    {
        await using var chain = await ChainAsync(10);
        var rows = await chain.Database.RowsAsync(chain.Partition);
        await chain.TamperAsync($"UPDATE AUDIT_RECORD SET user_id = '8' WHERE partition_no = {chain.Partition} AND chain_position = 4");

        var verification = chain.Database.Host.Verification;
        Assert.Equal(4, Assert.Single((await verification.VerifyAsync(new(null, rows[8].OccurredAt))).Findings).Position);
        Assert.Equal(4, Assert.Single((await verification.VerifyAsync(new(rows[2].OccurredAt, null))).Findings).Position);
        var after = await verification.VerifyAsync(new(rows[4].OccurredAt, null));
        Assert.Equal((6, 0), (after.Records, after.Findings.Length));
        var before = await verification.VerifyAsync(new(null, rows[2].OccurredAt));
        Assert.Equal((3, 0), (before.Records, before.Findings.Length));
    }

    private Task<TamperedChain> ChainAsync(int records) => TamperedChain.CreateAsync(TestDatabase, records);
}
