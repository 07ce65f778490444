using Suite.Directory.Groups;
using Suite.Directory.People;
using Suite.Directory.Units;

namespace Suite.Directory.Naming;

static class NamedThings
{
    public static Named AsNamed(this Unit unit) => new(ResourceNames.Unit(unit.Id), unit.Name, unit.ShortName, unit.Aliases);

    public static Named AsNamed(this UnitGroup group) => new(ResourceNames.Group(group.Id), group.Name, "", group.Aliases);

    public static Named AsNamed(this Person person) => new(ResourceNames.Person(person.Id), person.Name, "", person.Aliases);
}
