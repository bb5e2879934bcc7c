/** Short common words to make passphrases of, each once, in order. */
export const WORDS: readonly string[] = `
  able acid acorn acre actor adapt adult agent agree ahead aim air aisle alarm album alert alive alley allow almond
  alone alpine alter amber amount ample anchor angle animal ankle answer ant antler anvil apple april apron arch area
  arena argue arm armor army aroma arrow art ash aside ask asleep aspen asset atlas atom attic audio august aunt autumn
  avenue avoid awake award away awning axis axle baby back bacon badge bag baker balcony ball ballet balm bamboo banana
  band bank banner bar bark barley barn barrel basil basin basket bat batch bath bay beach bead beak beam bean bear
  beard beast beat beauty beaver bed bee beech beef beet beetle begin behind being bell belong below belt bench bend
  berry best better beyond bicycle big bike bill bin bingo birch bird birth biscuit bit bite black blade blank blanket
  blaze blend blink block bloom blossom blouse blow blue bluff blush board boat body boil bold bolt bone bonus book
  boost boot border born borrow boss both bottle bottom bounce bow bowl box boy brace brain branch brass brave bread
  break breath breeze brew brick bridge brief bright bring brisk broad broom broth brown brush bubble bucket bud budget
  buffalo bugle build bulb bull bumper bundle bunny burn burrow bus bush busy butter button buy buzz cabbage cabin cable
  cactus cage cake calf call calm camel camera camp canal candle candy canoe canvas canyon cap cape captain car caramel
  carbon card care cargo carpet carrot carry cart carve case cash castle cat catch cattle cause cave cedar ceiling
  celery cell cello cement cent center cereal chain chair chalk change chapel chapter charm chart chase cheap check
  cheek cheer cheese cherry chess chest chew chick chief child chili chill chimney chin chip choice choir choose chorus
  cider cinema circle circus citrus city civil claim clam clap class clay clean clear clerk clever click cliff climb
  cloak clock close cloth cloud clove clover clown club clue coach coal coast coat cobalt cocoa coconut code coffee coin
  cold collar color colt column comb come comet comfort comic common compass concert cone cook cookie cool copper copy
  coral cord core cork corn corner cosmos cost cotton couch cough count country couple courage course court cousin cover
  cow coyote cozy crab crack cradle craft crane crash crater crayon cream creek crest crew cricket crisp crop cross crow
  crowd crown cruise crumb crust cry crystal cube cuckoo cup curb cure curious curl current curry curtain curve cushion
  custom cut cycle cymbal cypress daily dairy daisy damp dance dare dark dart dash data date dawn day deal dear decade
  deck deep deer delay delta den denim dentist depth derby desert desk detail dew dial diamond diary dice diet dig digit
  dim dime dinner dip dirt dish disk distant dive divide dock doctor dog doll dollar dolphin dome donkey door dose dot
  double dough dove down dozen dragon drain drama draw drawer dream dress drift drill drink drive drop drum dry duck due
  duet dull dune during dusk dust duty dwarf each eager eagle ear early earn earth easel east easy eat echo edge edit
  eel effect effort egg eight elbow elder elect elegant elk elm else ember emblem emerald empty enamel end energy engine
  enjoy enough enter equal era errand escape essay even evening event ever every exact exam except exhibit exit expert
  extra eye fable fabric face fact factory fade fair fairy faith falcon fall family famous fan fancy far farm farmer
  fast father faucet favor fawn feast feather fee feed feel fellow felt fence fern ferry fetch fever few fiber fiction
  fiddle field fig figure file fill film filter final find fine finger finish fir fire firm first fish fit five fix flag
  flame flannel flap flash flask flat flavor flax fleet flesh flight flint flip float flock flood floor flour flow
  flower fluid flute fly foam focus fog foil fold folk follow food foot forest forget fork form fort fossil found four
  fox frame free fresh friday friend fringe frog from front frost fruit fuel full fun funny fur future gable gadget gain
  galaxy gallery gallon game garage garden garlic garnet gas gate gather gauge gazelle gear gem general gentle genuine
  giant gift giggle ginger giraffe girl give glacier glad glance glass gleam glide globe gloom glory glove glow glue
  goal goat gold golden golf gondola good goose gorge gown grab grace grade grain grand granite grape graph grass gravel
  gravy gray great green greet grid grill grin grip grocer groove ground group grove grow guard guava guess guest guide
  guitar gulf gull gum guru gust gym gypsum habit hair half hall halo hammer hammock hand handle happy harbor hard harp
  harvest hat hatch haven hawk hay hazel head heal health heap hear heart heat heather heavy hedge heel height helmet
  help hemp hen herb herd here hero heron herring hidden hide high hike hill hinge hip history hit hive hobby hockey
  hold hole holiday hollow holly home honest honey hood hoof hook hoop hop hope horizon horn horse hose host hot hotel
  hour house hover how hub hug huge hull human humble humor hundred hunt hurry husky hut hymn ice icicle icon idea idle
  igloo image impact inch indigo indoor infant ink inn input insect inside invent iris iron island item ivory ivy jacket
  jade jaguar jam january jar jasmine jaw jazz jeans jelly jet jewel job jog join joke jolly journal journey joy judge
  jug juice july jumbo jump june jungle junior juniper jury just kayak keen keep kelp kennel kettle key kick kidney kind
  king kiosk kitchen kite kitten kiwi knee knife knight knit knob knock knot know koala label labor lace ladder ladle
  lady lagoon lake lamb lamp lance land lane lantern lap large lark laser last late laugh laundry lava law lawn layer
  lazy leaf league learn leather leave lecture ledge left leg legend lemon lend length lens leopard lesson letter
  lettuce level lever liberty library lid life lift light lilac lily limb lime limit line linen link lion lip liquid
  list listen little live lizard llama load loaf lobby lobster local lock locket lodge loft log logic long look loop
  loose lotion lotus loud lounge love low loyal luck luggage lumber lunar lunch lung lute luxury lynx lyric machine
  magic magnet magpie maid mail main major make mallet mammal mango manner manor mantle many map maple marble march
  margin marine mark market maroon marsh mask mast master mat match math matter may maybe mayor maze meadow meal mean
  measure meat medal media medium meet mellow melody melon melt member memory mend mention menu merry mesh metal meter
  method middle might mild mile milk mill million mind mine mineral mint minute mirror mist mitten mix moat mobile model
  modern modest moment monday money monitor monkey month mood moon moose more morning mosaic moss moth mother motion
  motor mouse mouth move movie much mud muffin mug mule muscle museum music mussel must mustard myth nail name napkin
  narrow nation native nature navy near neat neck nectar needle neon nephew nerve nest net nettle never new next nice
  nickel niece night nine noble nobody nod noise noodle noon normal north nose note notice novel nugget number nurse nut
  nutmeg nylon oak oar oasis oat object ocean octave october offer office often oil okra old olive omelet once one onion
  only onyx open opera opinion optic orange orbit orchard orchid order organ origin osprey ostrich other otter outfit
  oval oven over owl own owner oxygen oyster pace pack paddle padlock page paint pair palace pale palm pan panda panel
  panther pants papaya paper parade parcel park parrot parsley part partner party past pasta paste pastry patch path
  patio patrol pause pave paw pea peace peach peacock peak peanut pear pearl pebble pecan pedal pelican pen pencil
  penguin penny people pepper perch perfect perfume permit person pet petal phone photo phrase piano pick pickle picnic
  picture pie piece pier pigeon pillar pillow pilot pin pine pink pint pioneer pipe pitch pizza place plaid plain plan
  plane planet plank plant plaster plate play plaza please plenty plow plum plump plus pocket poem poet point polar pole
  polish polite pond pony pool poplar poppy porch port post poster pot potato pottery pouch powder power prairie praise
  press pretty price pride prime print prism prize profit program promise proof proper proud prune public pudding pulley
  pulp pump pumpkin pupil puppet puppy pure purple purse push puzzle pyramid quail quaint quality quart quarter quartz
  queen quest quick quiet quill quilt quince quit quiver quiz quota quote rabbit raccoon race rack radar radio radish
  raft rail rain rainbow raise raisin rake ramp ranch range rapid rare rate raven raw razor reach read ready real reason
  rebel recipe record red reed reef region regular relax relay relief remind remote rent repair repeat reply rescue rest
  result return reward rhyme rhythm ribbon rice rich riddle ride ridge right ring rinse ripe ripple rise river road
  roast robe robin robot rock rocket rod roll roof room rooster root rope rose rotate rough round route royal rubber
  ruby rug ruler run rural rush rust rye sack saddle safe saga sage sail salad salmon salon salt salute same sample sand
  sandal satin sauce sauna save saw say scale scarf scene scent school science scoop score scout screen screw script sea
  seal search season seat second seed seesaw select self send senior sense serve set seven shade shadow shake shallow
  shape share shark sharp shed sheep sheet shelf shell shelter sheriff shield shine ship shirt shoe shop shore short
  shovel show shower shrimp shrub shy side siege signal silent silk silly silver simple sing single sink sister six size
  skate sketch ski skill skin skirt sky slab slate sled sleep sleeve slice slide slim slipper slope slow small smart
  smile smoke smooth snack snail snake snow soap social sock sofa soft soil solar solid solo some song soon sort soul
  sound soup south space spade spark sparrow speak spear special speed spell spend sphere spice spider spin spinach
  spiral spirit splash sponge spoon sport spot spray spring sprout spruce square squash squid stable stack stadium staff
  stage stair stake stamp stand star start state station statue stay steady steam steel steep stem step stereo stew
  stick still stitch stone stool stop storage stork storm story stove strange straw stream street stretch strict string
  strong studio study stump style subject submit subway such sudden sugar suit summer summit sun sunday sunny super
  supper sure surf swallow swamp swan sweater sweet swift swim swing switch sword symbol syrup system table tackle tail
  tailor take tale talent talk tall tan tango tank tape target tart task taste taxi tea teach team tell temple ten
  tender tennis tent term thank theater theme theory thick thimble thing think third thirst this thorn thread three
  throat throne throw thumb thunder thyme ticket tide tidy tie tiger tile timber time tin tiny tip tissue title toad
  toast today toe token tomato tone tongue tonight tool tooth top topaz torch total touch tour towel tower town toy
  track tractor trade trail train tray treat tree trend trial tribe trick trim trip trolley trophy trot trout truck true
  trumpet trunk trust truth try tube tulip tuna tundra tunnel turban turkey turn turnip turtle tweed twelve twenty twice
  twig twin twist two type uncle under union unit unite upper upset upward urban urge use usher usual vacuum valley
  value van vanilla vapor vase vault velvet vendor venture verb verse vessel vest victory video view villa village vine
  vinegar violet violin virtue visit visor vista visual vital vivid vocal voice volcano volume vote vowel voyage wade
  wafer wage wagon waist wait wake walk wall walnut walrus wander want warm wash wasp watch water wave wax way weather
  weave web wedding weed week weigh well west wet whale wharf wheat wheel where whip whisk whisper whistle white whole
  wick wide widow width wife wild willow win wind window wing winner winter wire wisdom wise wish wolf woman wonder wood
  wool word work world worm worth wrap wreath wren wrist write yacht yard yarn year yeast yellow yes yoga yogurt yolk
  young youth zebra zenith zero zest zigzag zinc zipper zone zoo
`
  .trim()
  .split(/\s+/);
