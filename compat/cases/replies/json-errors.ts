// @covers Response.json
const circular: any = {};
circular.self = circular;
for (const [name, value] of [["undefined", undefined], ["function", () => {}], ["symbol", Symbol("x")], ["bigint", 1n], ["circular", circular]] as [string, any][])
  try {
    console.log(name, await Response.json(value).text());
  } catch (error: any) {
    console.log(name, "throws", error.constructor.name);
  }
