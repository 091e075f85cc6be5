using System.Text;
using LoApi.Admin.Importing;
using LoApi.Fixtures;
using LoApi.Locations;
using LoApi.Users;

namespace LoApi.Admin.Tests.Importing;

public sealed class FileJudgeTests : IDisposable
{
    private const string LocationHeader = "id,partner_name,name,type,line1,line2,city,state,postal_code,country,phone,active";
    private const string UserHeader = "id,user_name,first_name,last_name,email,phone,active,locations";
    private const string GoodLocation = "7,Gilded Otter Bank,Reno Branch,branch,1 Tally Way,,Reno,NV,89501,US,,true";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_GoodLocation_IsTheModel()
    {
        var content = ReadLocations(LocationHeader, "7,\"Otter, Badger & Co\",Reno Branch,branch,1 Tally Way,\u00A0,Reno,NV, 89501 ,us,775-555-0100,TRUE");

        Assert.Empty(content.BadRows);
        Assert.Equal(
            new Location
            {
                Id = "7",
                PartnerName = "Otter, Badger & Co",
                Name = "Reno Branch",
                Type = LocationType.Branch,
                Address = new Address { Line1 = "1 Tally Way", City = "Reno", State = "NV", PostalCode = "89501", Country = "US" },
                Phone = "775-555-0100",
                Active = true,
            },
            Assert.Single(content.Models));
    }

    [Fact]
    public void Read_GoodUser_HasItsMembershipsInOrder()
    {
        var user = Assert.Single(ReadUsers(["20001", "19248"], UserHeader, "u-1,ada.lovell,Ada,Lovell,,,no,20001:viewer; 19248:viewer|servicer").Models);

        Assert.False(user.Active);
        Assert.Null(user.Email);
        Assert.Equal(["19248", "20001"], user.Locations.Select(membership => membership.LocationId));
        Assert.Equal(["servicer", "viewer"], user.Locations[0].Roles.AsEnumerable());
        Assert.Equal(["viewer"], user.Locations[1].Roles.AsEnumerable());
    }

    [Fact]
    public void Read_UserWithoutLocations_HasNone() =>
        Assert.Empty(Assert.Single(ReadUsers([], UserHeader, "1,ada,Ada,Lovell,,,true,").Models).Locations);

    [Fact]
    public void Read_BadLocation_TellsEverythingThatIsWrongWithIt()
    {
        var bad = Assert.Single(ReadLocations(LocationHeader, "12345678,,Reno Branch,office,,,Reno,N,?,USA,,maybe").BadRows);

        Assert.Equal(2, bad.Line);
        Assert.Equal(
            [
                "type is 'office'; use one of headquarters, branch",
                "active is 'maybe'; use true or false",
                "id is '12345678', which has not the form ^[0-9]{1,7}$",
                "partner_name is missing",
                "line1 is missing",
                "state is 'N', which is shorter than 2 characters",
                "postal_code is '?', which has not the form ^[A-Za-z0-9][A-Za-z0-9 -]{1,11}$",
                "country is 'USA', which has not the form ^[A-Z]{2}$",
            ],
            bad.Reasons);
    }

    [Fact]
    public void Read_TooLongText_TellsHowMuchIsAllowed() =>
        Assert.Equal(
            ["partner_name has 101 characters; 100 are allowed"],
            Assert.Single(ReadLocations(LocationHeader, GoodLocation.Replace("Gilded Otter Bank", new string('x', 101), StringComparison.Ordinal)).BadRows).Reasons);

    [Theory]
    [InlineData("19248", "locations has '19248'; write memberships like 19248:servicer|viewer;20001:viewer")]
    [InlineData("19248:", "locations has '19248:'; write memberships like 19248:servicer|viewer;20001:viewer")]
    [InlineData("19248:a:b", "locations has '19248:a:b'; write memberships like 19248:servicer|viewer;20001:viewer")]
    [InlineData("19248:a;19248:b", "locations names location 19248 twice")]
    [InlineData("20001:viewer", "location 20001 is not in the database")]
    public void Read_BadMembership_IsABadRow(string locations, string reason) =>
        Assert.Equal([reason], Assert.Single(ReadUsers(["19248"], UserHeader, $"1,ada,Ada,Lovell,,,true,{locations}").BadRows).Reasons);

    [Fact]
    public void Read_SameIdAgain_IsABadRowThatNamesTheFirst()
    {
        var content = ReadLocations(LocationHeader, GoodLocation, GoodLocation);

        Assert.Single(content.Models);
        var bad = Assert.Single(content.BadRows);
        Assert.Equal(3, bad.Line);
        Assert.Equal(["id 7 stands on line 2 already"], bad.Reasons);
    }

    [Fact]
    public void Read_MalformedLines_SpoilOnlyThemselvesAndAreToldInOrder()
    {
        var content = ReadLocations(
            LocationHeader,
            "1,too,few",
            "",
            "2,\"never closed,x,branch,1 Tally Way,,Reno,NV,89501,US,,true",
            GoodLocation,
            "3,a \"stray\" quote,x,branch,1 Tally Way,,Reno,NV,89501,US,,true",
            "4,\"a\"b,x,branch,1 Tally Way,,Reno,NV,89501,US,,true",
            ",,,,,,,,,,,",
            "5,nul\u0001,x,branch,1 Tally Way,,Reno,NV,89501,US,,true");

        Assert.Equal("7", Assert.Single(content.Models).Id);
        Assert.Equal(
            [
                (2, "has another number of values than the first line"),
                (4, "a quote is not closed on its line"),
                (6, "a quote stands inside a value that is not quoted"),
                (7, "text follows a closing quote"),
                (9, "partner_name contains a control character"),
            ],
            content.BadRows.Select(bad => (bad.Line, Assert.Single(bad.Reasons))));
    }

    [Fact]
    public void Read_OtherEncoding_IsABadRow()
    {
        File.WriteAllBytes(_folder.File("latin.csv"), Encoding.Latin1.GetBytes($"{LocationHeader}\n{GoodLocation.Replace("Otter", "Ötter", StringComparison.Ordinal)}\n"));

        var content = FileJudge.Read(new LocationImport(), _folder.File("latin.csv"), new HashSet<string>(), static _ => { });

        Assert.Equal(["partner_name is not in UTF-8"], Assert.Single(content.BadRows).Reasons);
    }

    [Fact]
    public void Read_ByteOrderMarkCrlfAndOtherColumnOrder_AreFine()
    {
        File.WriteAllText(
            _folder.File("excel.csv"),
            $"Active,{LocationHeader.Replace(",active", "", StringComparison.Ordinal)}\r\ntrue,{GoodLocation.Replace(",true", "", StringComparison.Ordinal)}\r\n",
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        var content = FileJudge.Read(new LocationImport(), _folder.File("excel.csv"), new HashSet<string>(), static _ => { });

        Assert.Equal("7", Assert.Single(content.Models).Id);
    }

    [Theory]
    [InlineData("id,name", "lacks the columns partner_name,type,line1,line2,city,state,postal_code,country,phone,active;")]
    [InlineData(LocationHeader + ",fax", "has columns that are not known fax;")]
    [InlineData(LocationHeader + ",Id", "has columns twice id;")]
    public void Read_OtherHeader_FailsAndNamesTheColumns(string header, string reason)
    {
        var failure = Assert.Throws<CommandFailedException>(() => ReadLocations(header));

        Assert.Equal($"{_folder.File("file.csv")} {reason} its first line must name the columns {LocationHeader}.", failure.Message);
    }

    [Fact]
    public void Read_NoRows_Fails() =>
        Assert.Equal(
            $"{_folder.File("file.csv")} holds no rows below its first line.",
            Assert.Throws<CommandFailedException>(() => ReadLocations(LocationHeader)).Message);

    [Fact]
    public void Read_EmptyFile_Fails()
    {
        File.WriteAllText(_folder.File("empty.csv"), "");

        var failure = Assert.Throws<CommandFailedException>(
            () => FileJudge.Read(new LocationImport(), _folder.File("empty.csv"), new HashSet<string>(), static _ => { }));

        Assert.Equal($"{_folder.File("empty.csv")} is empty; its first line must name the columns {LocationHeader}.", failure.Message);
    }

    private FileContent<Location> ReadLocations(params string[] lines) =>
        FileJudge.Read(new LocationImport(), _folder.Write("file.csv", lines), new HashSet<string>(), static _ => { });

    private FileContent<User> ReadUsers(string[] knownLocations, params string[] lines) =>
        FileJudge.Read(new UserImport(), _folder.Write("file.csv", lines), knownLocations.ToHashSet(), static _ => { });
}
