using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LoApi.PlainAspNet.Storage;

/// <summary>LoApi's own tables.</summary>
internal sealed class LendingContext(DbContextOptions<LendingContext> options) : DbContext(options)
{
    public DbSet<Country> Countries => Set<Country>();

    public DbSet<Person> Users => Set<Person>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Role> Roles => Set<Role>();

    public DbSet<PayoffRow> Payoffs => Set<PayoffRow>();

    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    public DbSet<SpentToken> SpentTokens => Set<SpentToken>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Country>().ToTable("country").HasKey(row => row.Alpha2);
        modelBuilder.Entity<Person>(entity =>
        {
            entity.ToTable("lo_user").HasKey(row => row.UserId);
            entity.HasMany(row => row.Memberships).WithOne().HasForeignKey(row => row.UserId);
        });
        modelBuilder.Entity<Membership>(entity =>
        {
            entity.ToTable("lo_user_location").HasKey(row => new { row.UserId, row.LocationId });
            entity.HasMany(row => row.Roles).WithOne().HasForeignKey(row => new { row.UserId, row.LocationId });
        });
        modelBuilder.Entity<Role>().ToTable("lo_user_role").HasKey(row => new { row.UserId, row.LocationId, row.RoleName });
        modelBuilder.Entity<PayoffRow>().ToTable("payoff").HasKey(row => row.Id);
        modelBuilder.Entity<IdempotencyRecord>().ToTable("idempotency_record").HasKey(row => new { row.ClientId, row.IdempotencyKey });
        modelBuilder.Entity<SpentToken>().ToTable("spent_token").HasKey(row => row.TokenId);
        modelBuilder.Entity<AuditRow>().ToTable("audit_outbox").HasKey(row => new { row.PartitionNo, row.OrderNo, row.ChangeId });

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
            SetInstantType(property);
        }
    }

    // Instants are text of fixed length on SQLite, and without a zone on PostgreSQL.
    private void SetInstantType(IMutableProperty property)
    {
        if (property.ClrType != typeof(DateTime))
        {
            return;
        }

        if (Database.IsSqlite())
        {
            property.SetValueConverter(new ValueConverter<DateTime, string>(
                instant => Instant.Text(instant),
                text => DateTime.ParseExact(text, Instant.Format, CultureInfo.InvariantCulture, DateTimeStyles.None)));
        }
        else
        {
            property.SetColumnType("timestamp(6) without time zone");
        }
    }
}
