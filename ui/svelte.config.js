// Runes everywhere: the older way of writing components does not compile here.
export default { compilerOptions: { runes: true } };
