// Groups: their places in the list, and for each thing its innermost and its outermost.
const { groups } = given.network;
const homes = given.network.nodes.map((node) => node.home);
const outermost = groups.map((group, number) => (group.parent === null ? number : group.parent));
for (let number = 0; number < groups.length; number += 1) outermost[number] = outermost[outermost[number]];
const tops = groups.map((_, number) => number).filter((number) => groups[number].parent === null);
