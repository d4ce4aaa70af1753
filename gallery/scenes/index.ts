import { mapScenes } from "./map";
import { personScenes } from "./person";
import { stepScenes } from "./steps";

export { surfaces } from "./surfaces";

export const scenes = [...mapScenes, ...stepScenes, ...personScenes];
