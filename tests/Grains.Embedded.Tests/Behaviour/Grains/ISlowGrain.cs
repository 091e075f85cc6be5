namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

public interface ISlowGrain : IGrainWithStringKey
{
    [ResponseTimeout("00:00:00.100")]
    Task WaitBriefly(string until);

    Task Wait(string until);

    [ResponseTimeout("00:00:05")]
    Task WaitFiveSeconds(string until);

    Task Note(string name);
}
